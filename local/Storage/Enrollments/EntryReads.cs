using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>What re-entry is decided on.</summary>
static class EntryReads
{
    public static EntryHistory HistoryOf(
        Database database, string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince)
    {
        if (database.Names.Find(practice) is not { } owner || database.Names.Find(workflowId) is not { } workflow) return new(0, null, null, 0);
        var whose = $"FROM enrollment WHERE practice = ? AND workflow = ? AND {(contactId is null ? "contact IS NULL" : "contact = ?")}";

        Statement Ask(string sql)
        {
            var rows = database.Use(sql).With(owner).With(workflow);
            return contactId is null ? rows : rows.With(contactId);
        }

        using var times = Ask($"SELECT count(*) {whose} AND scope = ?").With(scopeKey);
        using var live = Ask($"SELECT id {whose} AND scope = ? AND {Live.Sql} ORDER BY id DESC LIMIT 1").With(scopeKey);
        using var last = Ask($"SELECT {EnrollmentState.Columns} {whose} AND scope = ? AND NOT {Live.Sql} ORDER BY id DESC LIMIT 1").With(scopeKey);
        using var recent = Ask($"SELECT count(*) {whose} AND created >= ?").With(Moment.Of(recentSince));
        return new(
            times.Step() ? (int)times.Long(0) : 0,
            live.Step() ? live.Text(0) : null,
            last.Step() ? EnrollmentState.Read(database, last) : null,
            recent.Step() ? (int)recent.Long(0) : 0);
    }
}
