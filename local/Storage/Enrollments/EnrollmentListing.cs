using System.Text;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Enrollments page by page, newest first.</summary>
static class EnrollmentListing
{
    public static EnrollmentPage List(Database database, string practice, EnrollmentQuery query)
    {
        if (database.Names.Find(practice) is not { } owner) return new([], null);
        long? workflow = null;
        if (query.WorkflowId is not null && (workflow = database.Names.Find(query.WorkflowId)) is null) return new([], null);

        var limit = Paging.Limit(query.Limit);
        using var rows = database.Use(Sql(query)).With(owner);
        if (workflow is not null) rows.With(workflow);
        if (query.ContactId is not null) rows.With(query.ContactId);
        if (query.StepId is not null) rows.With(query.StepId);
        if (query.From is { } from) rows.With(Moment.Of(from));
        if (query.To is { } to) rows.With(Moment.Of(to));
        if (query.Cursor is not null) rows.With(query.Cursor);
        rows.With(limit + 1);

        var items = new List<StoredEnrollment>();
        while (rows.Step()) items.Add(EnrollmentState.Read(database, rows));
        return new(Paging.Cut(items, limit, i => i.Enrollment.Id, out var next), next);
    }

    static string Sql(EnrollmentQuery query)
    {
        var sql = new StringBuilder($"SELECT {EnrollmentState.Columns} FROM enrollment {Index(query)} WHERE practice = ?");
        if (query.WorkflowId is not null) sql.Append(" AND workflow = ?");
        if (query.ContactId is not null) sql.Append(" AND contact = ?");
        if (query.StepId is not null) sql.Append(" AND step = ?");
        if (query.From is not null) sql.Append(" AND created >= ?");
        if (query.To is not null) sql.Append(" AND created < ?");
        // Spelled out, because the index of stuck ones exists for these words only.
        if (query.Status is { } status) sql.Append($" AND status = '{Encoding.UTF8.GetString(Words<EnrollmentStatus>.Of(status))}'");
        if (query.Cursor is not null) sql.Append(" AND id < ?");
        return sql.Append(" ORDER BY id DESC LIMIT ?").ToString();
    }

    /// <summary>Named where SQLite would rather walk through the whole practice than sort the few it finds.</summary>
    static string Index(EnrollmentQuery query) => query switch
    {
        { ContactId: not null } => "INDEXED BY enrollment_contact",
        { WorkflowId: not null, Status: EnrollmentStatus.Failed or EnrollmentStatus.Paused } => "INDEXED BY enrollment_stuck",
        _ => "",
    };
}
