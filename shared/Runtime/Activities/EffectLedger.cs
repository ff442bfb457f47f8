using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The promise that no effect happens twice: a row per effect, written before anything leaves the house.</summary>
public sealed class EffectLedger(IStore store)
{
    /// <param name="reference">What the effect makes (the message's id). Kept with the first claim; every later try of the
    /// same effect is told that one, however much later it is.</param>
    /// <param name="also">Written together with the claim (the message, as <c>sending</c>).</param>
    /// <param name="attempt">From 1. Later attempts find the row of the first and may go on when that one surely failed.</param>
    public async Task<Claimed> Claim(string practice, string effectId, DateTimeOffset now, string? reference, ChangeSet? also, int attempt, CancellationToken ct)
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
                return await Claim(practice, effectId, now, reference, also, 1, ct);
            case { Outcome: Outcome.Failed } row:
                // Begun anew: from now until it is settled nobody knows, or a crash would find "failed" and do it once more. One
                // of two who try this at the same moment is refused, and finds that nobody knows.
                return (await store.Commit(new ChangeSet(practice).Add(new Change.Claim(effectId, now, row.Ref ?? reference, Again: true)), ct)).Ok
                    ? new(null, row.Ref ?? reference)
                    : await Claim(practice, effectId, now, reference, also, attempt + 1, ct);
            case { Outcome: { } known } row:
                return new(known, row.Ref);
            case { Outcome: null } row:
                return new(new Outcome.Unknown("send.unknown", row.Ref), row.Ref);
        }
    }
}

/// <param name="Earlier">Null: the effect is ours to do now. Otherwise what is known of an earlier try.</param>
/// <param name="Ref">What the effect makes, as its first try said.</param>
public sealed record Claimed(Outcome? Earlier, string? Ref);
