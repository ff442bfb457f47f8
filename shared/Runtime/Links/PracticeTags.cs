using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Which practices a short token may be about. Read again when none is found, so that a practice made a moment ago has
/// its pages, but only so often: a stranger may ask for any.</summary>
public sealed class PracticeTags(IStore store, TimeProvider clock)
{
    const int MostReads = 100;
    static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    ILookup<uint, string> _known = Array.Empty<string>().ToLookup(ShortToken.TagOf);
    long _since = clock.GetTimestamp();
    int _reads;

    public async ValueTask<IReadOnlyList<string>> Of(uint tag, CancellationToken ct)
    {
        if (!_known.Contains(tag) && MayRead()) _known = (await store.Practices(ct)).ToLookup(ShortToken.TagOf);
        return [.. _known[tag]];
    }

    bool MayRead()
    {
        if (clock.GetElapsedTime(_since) >= Within) (_since, _reads) = (clock.GetTimestamp(), 0);
        return Interlocked.Increment(ref _reads) <= MostReads;
    }
}
