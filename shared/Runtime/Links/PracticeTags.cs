using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Which practices a short token may be about. Read again when none is found, and that not too often: a stranger may
/// ask for any.</summary>
/// <param name="readAgain">How soon after the last time; five seconds when left out.</param>
public sealed class PracticeTags(IStore store, TimeProvider clock, TimeSpan? readAgain = null)
{
    readonly TimeSpan _readAgain = readAgain ?? TimeSpan.FromSeconds(5);

    ILookup<uint, string> _known = Array.Empty<string>().ToLookup(ShortToken.TagOf);
    long _readAt;
    bool _read;

    public async ValueTask<IReadOnlyList<string>> Of(uint tag, CancellationToken ct)
    {
        if (!_known.Contains(tag) && (!_read || clock.GetElapsedTime(_readAt) >= _readAgain))
        {
            var practices = await store.Practices(ct);
            (_known, _readAt, _read) = (practices.ToLookup(ShortToken.TagOf), clock.GetTimestamp(), true);
        }
        return [.. _known[tag]];
    }
}
