using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>An enrollment between its object and its rows. All of them hold the same: the one it is found by, the one of its
/// workflow, the one of its contact, and one more while it is stuck. So no listing needs a second request.</summary>
static class EnrollmentRow
{
    public static void Write(TableEntity row, Enrollment e, string json, long revision, DateTimeOffset changed)
    {
        row[Columns.Id] = e.Id;
        row[Columns.Revision] = revision;
        row[Columns.Changed] = Moment.Of(changed);
        row[Columns.Workflow] = e.WorkflowId;
        if (e.ContactId is not null) row[Columns.Contact] = e.ContactId;
        row[Columns.Scope] = e.ScopeKey;
        row[Columns.Status] = e.Status.ToString();
        if (e.StepId is not null) row[Columns.Step] = e.StepId;
        row[Columns.Live] = e.IsLive;
        row[Columns.At] = Moment.Of(e.EnrolledAt);
        BodyText.Write(row, json);
    }

    public static StoredEnrollment Read(TableEntity row) => new(
        JsonSerializer.Deserialize(BodyText.Read(row)!, Shapes.Default.Enrollment) ?? throw new JsonException("An enrollment is null."),
        row.GetInt64(Columns.Revision)!.Value,
        Moment.From(row.GetInt64(Columns.Changed)!.Value));

    public static EnrollmentStatus Status(TableEntity row) => Enum.Parse<EnrollmentStatus>(row.GetString(Columns.Status)!);

    /// <summary>The rows beside its own.</summary>
    public static string[] Copies(string id, string workflow, string? contact, EnrollmentStatus status)
    {
        var newest = RowKeys.Newest(id);
        var filed = RowKeys.OfWorkflow(workflow, Standings.Of(status)) + newest;
        var owned = RowKeys.OfContact(workflow, contact) + newest;
        return status is EnrollmentStatus.Failed or EnrollmentStatus.Paused ? [filed, owned, RowKeys.Stuck(status) + newest] : [filed, owned];
    }

    public static string[] Copies(TableEntity row) =>
        Copies(row.GetString(Columns.Id)!, row.GetString(Columns.Workflow)!, row.GetString(Columns.Contact), Status(row));
}
