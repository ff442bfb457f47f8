using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>The lines of an enrollment's history, numbered from 1.</summary>
sealed class HistoryLog(Database database, Heads heads, Tallies tallies)
{
    public string? Check(string practice, Change.Log log) =>
        heads.Find(database.Names.Number(practice), log.EnrollmentId) is null ? $"unknown: enrollment {log.EnrollmentId}" : null;

    public void Apply(string practice, Change.Log log)
    {
        var owner = database.Names.Number(practice);
        var head = heads.Find(owner, log.EnrollmentId)!;
        foreach (var entry in log.Entries)
        {
            database.Use("INSERT INTO log (enrollment, seq, at, what, step, visit, code, until, workflow, leaves) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .With(head.Number).With(++head.Lines).With(Moment.Of(entry.At)).With(Words<Happened>.Of(entry.What))
                .With(entry.StepId).With(entry.Visit).With(entry.Code).With(Moment.Of(entry.Until)).With(head.Workflow).With(entry.Left is true ? 1L : null).Run();
            tallies.Count(owner, head.Workflow, entry);
        }
    }

    public static IReadOnlyList<LogLine> Read(Database database, string practice, string enrollmentId, int limit, long after)
    {
        if (database.Names.Find(practice) is not { } owner) return [];
        using var rows = database.Use("""
            SELECT seq, at, what, step, visit, code, until, leaves FROM log
            WHERE enrollment = (SELECT number FROM enrollment WHERE practice = ? AND id = ?) AND seq > ? ORDER BY seq LIMIT ?
            """).With(owner).With(enrollmentId).With(after).With(Paging.Limit(limit));
        var lines = new List<LogLine>();
        while (rows.Step())
            lines.Add(new(rows.Long(0), new(
                Moment.From(rows.Long(1)), Words<Happened>.From(rows.Text(2)), rows.TextOrNull(3), (int)rows.Long(4),
                rows.TextOrNull(5), Moment.From(rows.LongOrNull(6)), rows.LongOrNull(7) is 1 ? true : null)));
        return lines;
    }
}
