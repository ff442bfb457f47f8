using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Reading enrollments one by one and by contact, what is due, and how many stand where.</summary>
static class EnrollmentReads
{
    public static StoredEnrollment? Find(Database database, string practice, string id)
    {
        if (database.Names.Find(practice) is not { } owner) return null;
        using var row = database.Use($"SELECT {EnrollmentState.Columns} FROM enrollment WHERE practice = ? AND id = ?").With(owner).With(id);
        return row.Step() ? EnrollmentState.Read(database, row) : null;
    }

    public static IReadOnlyList<StoredEnrollment> LiveOf(Database database, string practice, string contactId)
    {
        if (database.Names.Find(practice) is not { } owner) return [];
        using var rows = database.Use($"SELECT {EnrollmentState.Columns} FROM enrollment INDEXED BY enrollment_contact WHERE practice = ? AND contact = ? AND {Live.Sql} ORDER BY id")
            .With(owner).With(contactId);
        var live = new List<StoredEnrollment>();
        while (rows.Step()) live.Add(EnrollmentState.Read(database, rows));
        return live;
    }

    public static IReadOnlyDictionary<EnrollmentStatus, long> CountsOf(Database database, string practice, string workflowId)
    {
        var counts = new Dictionary<EnrollmentStatus, long>();
        if (database.Names.Find(practice) is not { } owner || database.Names.Find(workflowId) is not { } workflow) return counts;
        using var rows = database.Use("SELECT status, count FROM standing WHERE practice = ? AND workflow = ? AND count > 0").With(owner).With(workflow);
        while (rows.Step()) counts[Words<EnrollmentStatus>.From(rows.Text(0))] = rows.Long(1);
        return counts;
    }

    public static IReadOnlyList<DueRow> Due(Database database, DateTimeOffset until, int limit)
    {
        using var rows = database.Use("SELECT practice, id, due FROM enrollment WHERE due <= ? ORDER BY due, number LIMIT ?")
            .With(Moment.Of(until)).With(limit);
        var due = new List<DueRow>();
        while (rows.Step()) due.Add(new(database.Names.Text(rows.Long(0)), rows.Text(1), Moment.From(rows.Long(2))));
        return due;
    }
}
