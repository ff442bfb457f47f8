using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Inputs on their way to an enrollment, kept until one of its saves has taken them into account.</summary>
sealed class Inputs(Database database)
{
    public void Apply(string practice, Change.Send send, byte[] body) =>
        database.Use("INSERT OR IGNORE INTO inbox (practice, enrollment, input, body) VALUES (?, ?, ?, ?)")
            .With(database.Names.Number(practice)).With(send.EnrollmentId).With(send.InputId).With(body).Run();

    public void Apply(string practice, Change.Taken taken) =>
        database.Use("DELETE FROM inbox WHERE practice = ? AND enrollment = ? AND input = ?")
            .With(database.Names.Number(practice)).With(taken.EnrollmentId).With(taken.InputId).Run();

    public static IReadOnlyList<InboxRow> Of(Database database, string practice, string enrollmentId)
    {
        if (database.Names.Find(practice) is not { } owner) return [];
        using var rows = database.Use("SELECT input, body FROM inbox WHERE practice = ? AND enrollment = ? ORDER BY number")
            .With(owner).With(enrollmentId);
        var inputs = new List<InboxRow>();
        while (rows.Step())
            inputs.Add(new(rows.Text(0), JsonSerializer.Deserialize(rows.Bytes(1), Shapes.Default.Input) ?? throw new JsonException("An input is null.")));
        return inputs;
    }

    /// <summary>Which enrollments have any; the one that waits longest first.</summary>
    public static IReadOnlyList<EnrollmentRef> Waiting(Database database, int limit)
    {
        using var rows = database.Use("SELECT practice, enrollment FROM inbox GROUP BY practice, enrollment ORDER BY min(number) LIMIT ?").With(limit);
        var waiting = new List<EnrollmentRef>();
        while (rows.Step()) waiting.Add(new(database.Names.Text(rows.Long(0)), rows.Text(1)));
        return waiting;
    }
}
