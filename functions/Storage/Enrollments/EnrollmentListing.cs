using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Enrollments page by page, newest first. Along the narrowest path that the question names; the service filters the
/// rest by columns.</summary>
static class EnrollmentListing
{
    public static async Task<EnrollmentPage> List(Table table, string practice, EnrollmentQuery query, CancellationToken ct)
    {
        var limit = Paging.Limit(query.Limit);
        // A workflow's rows are filed by standing; each file is in order, so the newest of all are among the newest of each.
        var files = await Task.WhenAll(Paths(query).Select(path => table.List(Range(RowKeys.Practice(practice), path, query), limit + 1, ct)));
        var items = files.SelectMany(rows => rows).Select(EnrollmentRow.Read).OrderByDescending(i => i.Enrollment.Id, StringComparer.Ordinal).ToList();
        return new(Paging.Cut(items, limit, i => i.Enrollment.Id, out var next), next);
    }

    static IEnumerable<string> Paths(EnrollmentQuery query) => query switch
    {
        { ContactId: { } contact } => [RowKeys.OfContact("", contact)],
        { WorkflowId: { } workflow, Status: { } status } => [RowKeys.OfWorkflow(workflow, Standings.Of(status))],
        { WorkflowId: { } workflow } => Standings.All.Select(standing => RowKeys.OfWorkflow(workflow, standing)),
        { Status: EnrollmentStatus.Failed or EnrollmentStatus.Paused } => [RowKeys.Stuck(query.Status.Value)],
        _ => [RowKeys.Enrollments],
    };

    static KeyRange Range(string partition, string path, EnrollmentQuery query) =>
        new KeyRange(partition, path, query.Cursor is { } last ? path + RowKeys.Newest(last) : null)
            .Where(Columns.Workflow, query.WorkflowId)
            .Where(Columns.Contact, query.ContactId)
            .Where(Columns.Status, query.Status?.ToString())
            .Where(Columns.Step, query.StepId)
            .From(Columns.At, query.From)
            .Before(Columns.At, query.To);
}
