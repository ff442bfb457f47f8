using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>An enrollment between its object and its row. What is fixed at entry stands in columns and is left out of the
/// JSON that every step rewrites; whatever is added to the enrollment later is in the JSON by itself.</summary>
static class EnrollmentState
{
    public const string Columns = "revision, changed, state, practice, id, workflow, contact, scope, trigger, event, zone, created";

    public static byte[] Write(Enrollment enrollment) => JsonSerializer.SerializeToUtf8Bytes(
        enrollment with
        {
            Practice = "", Id = "", WorkflowId = "", ContactId = null, ScopeKey = "", TriggerId = null, EventId = null, Zone = "", EnrolledAt = default,
        },
        Shapes.Default.Enrollment);

    /// <summary>From a row of <see cref="Columns"/>.</summary>
    public static StoredEnrollment Read(Database database, Statement row)
    {
        var state = JsonSerializer.Deserialize(row.Bytes(2), Shapes.Default.Enrollment) ?? throw new JsonException("An enrollment is null.");
        var enrollment = state with
        {
            Practice = database.Names.Text(row.Long(3)), Id = row.Text(4), WorkflowId = database.Names.Text(row.Long(5)), ContactId = row.TextOrNull(6),
            ScopeKey = row.Text(7), TriggerId = row.TextOrNull(8), EventId = row.TextOrNull(9), Zone = row.Text(10), EnrolledAt = Moment.From(row.Long(11)),
        };
        return new(enrollment, row.Long(0), Moment.From(row.Long(1)));
    }
}
