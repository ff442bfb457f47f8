using System.Globalization;
using System.Text;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>The histories of all enrollments of a workflow, newest line first.</summary>
static class WorkflowLog
{
    public static LogPage Read(Database database, string practice, LogQuery query)
    {
        if (database.Names.Find(practice) is not { } owner || database.Names.Find(query.WorkflowId) is not { } workflow) return new([], null);
        var limit = Paging.Limit(query.Limit);
        using var rows = database.Use(Sql(query)).With(workflow).With(owner);
        if (query.ContactId is not null) rows.With(query.ContactId);
        foreach (var step in query.Steps ?? []) rows.With(step);
        if (query.From is { } from) rows.With(Moment.Of(from));
        if (query.To is { } to) rows.With(Moment.Of(to));
        if (query.Cursor is not null)
            foreach (var part in query.Cursor.Split(':')) rows.With(long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        rows.With(limit + 1);

        var lines = new List<(WorkflowLine Line, string Place)>();
        while (rows.Step())
            lines.Add((new(rows.Text(0), rows.TextOrNull(1), rows.Long(2), new(
                Moment.From(rows.Long(3)), Words<Happened>.From(rows.Text(4)), rows.TextOrNull(5), (int)rows.Long(6), rows.TextOrNull(7), Moment.From(rows.LongOrNull(8)),
                rows.LongOrNull(10) is 1 ? true : null)),
                string.Create(CultureInfo.InvariantCulture, $"{rows.Long(3)}:{rows.Long(9)}:{rows.Long(2)}")));
        return new([.. Paging.Cut(lines, limit, l => l.Place, out var next).Select(l => l.Line)], next);
    }

    static string Sql(LogQuery query)
    {
        // Somebody's own lines are few: they are read by enrollment and sorted.
        var order = query.ContactId is null
            ? $"log INDEXED BY {(query.What?.All(w => w is Happened.Failed or Happened.Unknown) == true ? "log_review" : "log_workflow")} CROSS JOIN enrollment e ON e.number = log.enrollment"
            : "enrollment e INDEXED BY enrollment_contact CROSS JOIN log ON log.enrollment = e.number";
        var sql = new StringBuilder($"SELECT e.id, e.contact, log.seq, log.at, log.what, log.step, log.visit, log.code, log.until, log.enrollment, log.leaves FROM {order} WHERE log.workflow = ? AND e.practice = ?");
        if (query.ContactId is not null) sql.Append(" AND e.contact = ?");
        if (query.Steps is not null) sql.Append($" AND log.step IN ({string.Join(',', query.Steps.Select(_ => '?'))})");
        // Spelled out, because the index of what wants a look exists for these words only.
        if (query.What is { } what) sql.Append($" AND ({string.Join(" OR ", what.Select(w => $"log.what = '{Encoding.UTF8.GetString(Words<Happened>.Of(w))}'"))})");
        if (query.From is not null) sql.Append(" AND log.at >= ?");
        if (query.To is not null) sql.Append(" AND log.at < ?");
        if (query.Cursor is not null) sql.Append(" AND (log.at, log.enrollment, log.seq) < (?, ?, ?)");
        return sql.Append(" ORDER BY log.at DESC, log.enrollment DESC, log.seq DESC LIMIT ?").ToString();
    }
}
