using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>The practices' own records, kept at hand: every message asks for them.</summary>
/// <param name="keepFor">How long a practice may be remembered; hosts that see every commit call <see cref="Observe"/> and may keep it long.</param>
public sealed class PracticeBook(IStore store, TimeProvider clock, TimeSpan keepFor)
{
    readonly ConcurrentDictionary<string, (Practice Practice, long Until)> _known = new();
    readonly Lock _gate = new();
    long _changes;

    /// <exception cref="InvalidOperationException">There is no such practice; ids come from keys, so this is a bug.</exception>
    public async ValueTask<Practice> Of(string practice, CancellationToken ct = default) =>
        await Find(practice, ct) ?? throw new InvalidOperationException($"The practice {practice} has no record.");

    /// <summary>For those who were told the id by a stranger.</summary>
    public async ValueTask<Practice?> Find(string practice, CancellationToken ct = default)
    {
        var now = clock.GetTimestamp();
        if (_known.TryGetValue(practice, out var known) && known.Until > now) return known.Practice;
        var changes = Volatile.Read(ref _changes);
        if (await store.Find(Kinds.Practice, practice, practice, ct) is not { } found) return null;
        // What was read before a change must not be remembered after it.
        lock (_gate)
            if (changes == _changes) _known[practice] = (found.Body, now + (long)(keepFor.TotalSeconds * clock.TimestampFrequency));
        return found.Body;
    }

    /// <summary>Forgets a practice that was just changed.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Put { Kind: "practice" })
                lock (_gate)
                {
                    _changes++;
                    _known.TryRemove(changes.Practice, out _);
                }
    }
}
