using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The promise that no effect happens twice: a row per effect, written before anything leaves the house.</summary>
public sealed class EffectLedger(IStore store)
{
    /// <param name="also">Written together with the claim (the message, as <c>sending</c>).</param>
    /// <param name="attempt">From 1. Later attempts find the row of the first and may go on when that one surely failed.</param>
    /// <returns>Null: the effect is ours to do. Otherwise what is known of an earlier try.</returns>
    public async Task<Outcome?> Claim(string practice, string effectId, DateTimeOffset now, ChangeSet? also, int attempt, CancellationToken ct)
    {
        if (attempt == 1)
        {
            var changes = new ChangeSet(practice).Add(new Change.Claim(effectId, now, null));
            if (also is not null) changes.AddAll(also);
            if ((await store.Commit(changes, ct)).Ok) return null;
        }
        var row = await store.FindLedger(practice, effectId, ct);
        return row switch
        {
            // The row was there before us (a crash, or an operator's retry): its outcome decides.
            { Outcome: Outcome.Failed } => null,
            { Outcome: { } known } => known,
            { Outcome: null } => new Outcome.Unknown("send.unknown", row.Ref),
            // No row on a later attempt: the first ended before it came to the ledger.
            null => await Claim(practice, effectId, now, also, 1, ct),
        };
    }
}
