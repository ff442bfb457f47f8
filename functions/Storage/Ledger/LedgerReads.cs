using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Storage;

static class LedgerReads
{
    public static async Task<LedgerRow?> Find(Table table, string practice, string effectId, CancellationToken ct)
    {
        if (await table.Find(new(RowKeys.Practice(practice), RowKeys.Effect(effectId)), ct) is not { } row) return null;
        var outcome = BodyText.Read(row) is { } json ? JsonSerializer.Deserialize(json, Shapes.Default.Outcome) : null;
        var claimed = row.GetInt64(Columns.Claimed) ?? row.GetInt64(Columns.Settled)!.Value;
        return new(effectId, Moment.From(claimed), row.GetString(Columns.Ref), outcome);
    }
}
