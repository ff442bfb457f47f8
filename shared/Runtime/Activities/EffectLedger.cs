using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The promise that no effect happens twice: a row per effect, written before anything leaves the house.</summary>
public sealed class EffectLedger(IStore store)
{
    const int Tries = 3;

    /// <param name="reference">What the effect makes (the message's id). Kept with the first claim; every later try of the
    /// same effect is told that one, however much later it is.</param>
    /// <param name="also">Written together with the claim (the message, as <c>sending</c>). When it holds revisions, somebody
    /// may have been quicker: see <see cref="Claimed.Raced"/>.</param>
    /// <param name="attempt">From 1. Later attempts find the row of the first and may go on when that one surely failed.</param>
    public async Task<Claimed> Claim(string practice, string effectId, DateTimeOffset now, string? reference, ChangeSet? also, int attempt, CancellationToken ct)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (attempt == 1)
            {
                var changes = new ChangeSet(practice).Add(new Change.Claim(effectId, now, reference));
                if (also is not null) changes.AddAll(also);
                if ((await store.Commit(changes, ct)).Ok) return new(null, reference);
            }
            // The row was there before us (a crash, an earlier attempt, or an operator's retry): its outcome decides.
            switch (await store.FindLedger(practice, effectId, ct))
            {
                // No row on a later attempt: the first ended before it came to the ledger.
                case null:
                    attempt = 1;
                    continue;
                case { Outcome: Outcome.Failed } row:
                    // Begun anew: from now until it is settled nobody knows, or a crash would find "failed" and do it once more. One
                    // of two who try this at the same moment is refused, and finds that nobody knows.
                    if ((await store.Commit(new ChangeSet(practice).Add(new Change.Claim(effectId, now, row.Ref ?? reference, Again: true)), ct)).Ok) return new(null, row.Ref ?? reference);
                    attempt++;
                    continue;
                case { Outcome: { } known } row:
                    return new(known, row.Ref);
                case { Outcome: null } row:
                    return new(new Outcome.Unknown("send.unknown", row.Ref), row.Ref);
            }
        }
        return new(null, reference, Raced: true);
    }
}

/// <param name="Earlier">Null: the effect is ours to do now. Otherwise what is known of an earlier try.</param>
/// <param name="Ref">What the effect makes, as its first try said.</param>
/// <param name="Raced">It is not ours: what was to be written with the claim has changed meanwhile. Look at it all again.</param>
public sealed record Claimed(Outcome? Earlier, string? Ref, bool Raced = false);
