using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Sends an input to the live enrollments of one workflow, page by page.</summary>
public sealed class InFlightSweep(IStore store)
{
    const int PageSize = 200;

    // While we read, an enrollment may go from waiting to active and back; asking again for both after the others finds
    // the ones that changed sides, and derived input ids make the second asking harmless.
    static readonly EnrollmentStatus[] Passes =
    [
        EnrollmentStatus.Active, EnrollmentStatus.Waiting, EnrollmentStatus.Scheduled, EnrollmentStatus.Paused,
        EnrollmentStatus.Active, EnrollmentStatus.Waiting,
    ];

    /// <param name="cause">What the input ids are derived from: the same cause reaches an enrollment once.</param>
    /// <param name="choose">The input for an enrollment; null leaves it alone.</param>
    public async Task<int> Send(Actor by, string workflowId, string cause, Func<Enrollment, Input?> choose, CancellationToken ct = default)
    {
        var reached = new HashSet<string>();
        foreach (var status in Passes) await Pass(by, workflowId, status, cause, choose, reached, ct);
        return reached.Count;
    }

    /// <summary>Wakes those that rest because the workflow was paused, unpublished or deleted for a while.</summary>
    public async Task<int> Resume(Actor by, string workflowId, string cause, CancellationToken ct = default)
    {
        var reached = new HashSet<string>();
        await Pass(by, workflowId, EnrollmentStatus.Paused, $"{cause}/resume",
            e => e.Reason is "workflow.paused" or "workflow.unpublished" or "workflow.deleted" ? new Input.Operated(Operation.Resume, by.Name) : null, reached, ct);
        return reached.Count;
    }

    async Task Pass(Actor by, string workflowId, EnrollmentStatus status, string cause, Func<Enrollment, Input?> choose, HashSet<string> reached, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = await store.ListEnrollments(by.Practice, new(workflowId, Status: status, Limit: PageSize, Cursor: cursor), ct);
            var changes = new ChangeSet(by.Practice);
            foreach (var enrollment in page.Items.Select(item => item.Enrollment))
                if (choose(enrollment) is { } input && reached.Add(enrollment.Id))
                    changes.Add(new Change.Send(enrollment.Id, Ids.From("inp", by.Now, $"{cause}/{enrollment.Id}"), input));
            if (!changes.IsEmpty) await store.Commit(changes, ct);
            cursor = page.Next;
        } while (cursor is not null);
    }
}
