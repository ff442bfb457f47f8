using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The ledger: which effects were begun, and how they ended.</summary>
static class LedgerChanges
{
    public static string? Claim(Workbench bench, Change.Claim claim)
    {
        var draft = bench.At(RowKeys.Effect(claim.EffectId));
        if (draft.Current is not null) return $"claimed: {claim.EffectId}";
        var row = draft.Add();
        row[Columns.Claimed] = Moment.Of(claim.At);
        if (claim.Ref is not null) row[Columns.Ref] = claim.Ref;
        return null;
    }

    /// <summary>An answer without a claim is kept too: knowing that something was sent matters more than the order.</summary>
    public static void Settle(Workbench bench, Change.Settle settle)
    {
        var row = bench.At(RowKeys.Effect(settle.EffectId)).Merge();
        row[Columns.Settled] = Moment.Of(settle.At);
        BodyText.Write(row, JsonSerializer.Serialize(settle.Outcome, Shapes.Default.Outcome));
    }
}
