using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Storage;

static class InboxReads
{
    /// <summary>Those that are taken together are deleted in the transaction of the save, and it has 100 rows. The rest is
    /// found when the turn looks again, as it does until there is none.</summary>
    public const int Most = 80;

    public static async Task<IReadOnlyList<InboxRow>> Of(Table table, string practice, string enrollmentId, CancellationToken ct)
    {
        var rows = await table.List(new(RowKeys.Practice(practice), RowKeys.Inbox(enrollmentId)), int.MaxValue, ct);
        return
        [
            .. rows.OrderBy(row => row.GetInt64(Columns.Order)).Take(Most).Select(row => new InboxRow(
                row.GetString(Columns.Id)!,
                JsonSerializer.Deserialize(BodyText.Read(row)!, Shapes.Default.Input) ?? throw new JsonException("An input is null."))),
        ];
    }
}
