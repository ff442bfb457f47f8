using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The ledger: which effects were begun, and how they ended.</summary>
static class LedgerChanges
{
    public static async ValueTask<string?> Claim(Workbench bench, Change.Claim claim)
    {
        var draft = claim.Again ? await bench.Look(RowKeys.Effect(claim.EffectId)) : bench.At(RowKeys.Effect(claim.EffectId));
        if (claim.Again ? !HasFailed(draft.Current) : draft.Current is not null) return $"claimed: {claim.EffectId}";
        // Replaced as it was seen, or not at all: two who try again at once must not both succeed.
        var row = claim.Again ? draft.Put() : draft.Add();
        row[Columns.Claimed] = Moment.Of(claim.At);
        if (claim.Ref is not null) row[Columns.Ref] = claim.Ref;
        return null;
    }

    static bool HasFailed(TableEntity? row) =>
        row is not null && BodyText.Read(row) is { Length: > 0 } outcome && JsonSerializer.Deserialize(outcome, Shapes.Default.Outcome) is Outcome.Failed;

    /// <summary>An answer without a claim is kept too: knowing that something was sent matters more than the order.</summary>
    public static void Settle(Workbench bench, Change.Settle settle)
    {
        var row = bench.At(RowKeys.Effect(settle.EffectId)).Merge();
        row[Columns.Settled] = Moment.Of(settle.At);
        BodyText.Write(row, JsonSerializer.Serialize(settle.Outcome, Shapes.Default.Outcome));
    }
}
