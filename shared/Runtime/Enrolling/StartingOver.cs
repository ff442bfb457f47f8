using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Enrolling;

/// <summary>The reminders of a visit were all through, and now the visit has moved: they start over for the new time.</summary>
public sealed class StartingOver(IStore store, WorkflowBook workflows, Enroller enroller, TimeProvider clock)
{
    /// <param name="but">Workflows that the move itself starts.</param>
    /// <returns>How many.</returns>
    public async Task<int> All(PracticeEvent moved, Stored<Contact> contact, IReadOnlyCollection<string> but, ChangeSet changes, CancellationToken ct)
    {
        var count = 0;
        foreach (var match in await Triggers(moved.Practice, ct))
            if (!but.Contains(match.WorkflowId) && await One(match, moved, contact, changes, ct)) count++;
        return count;
    }

    /// <summary>The move was sent to reminders that were still under way, and came when the last of them had just gone.</summary>
    public async Task After(Enrollment over, string movedEventId, ChangeSet changes, CancellationToken ct)
    {
        if (over is not { Status: EnrollmentStatus.Completed, AnchorStep: not null, ContactId: { } contactId }) return;
        if ((await store.FindEvent(over.Practice, movedEventId, ct))?.Event is not { } moved || await store.Find(Kinds.Contact, over.Practice, contactId, ct) is not { } contact) return;
        foreach (var match in (await Triggers(over.Practice, ct)).Where(match => match.WorkflowId == over.WorkflowId))
            if (await One(match, moved, contact, changes, ct)) return;
    }

    async Task<IEnumerable<TriggerEntry>> Triggers(string practice, CancellationToken ct) =>
        (await workflows.Triggers(practice, ct)).OfType(type => type is "appointment.booked" or "appointment.status.changed");

    async Task<bool> One(TriggerEntry match, PracticeEvent moved, Stored<Contact> contact, ChangeSet changes, CancellationToken ct)
    {
        if (FactLoader.TextIn(moved.Data, "appointment", "id") is not { } appointmentId) return false;
        var history = await store.HistoryOf(moved.Practice, match.WorkflowId, contact.Id, $"appointment:{appointmentId}", clock.GetUtcNow(), ct);
        if (history.LiveId is not null || history.LastFinished?.Enrollment is not { Status: EnrollmentStatus.Completed, AnchorStep: { } anchor }) return false;
        if (match.Definition.Find(anchor) is null) return false;
        var result = await enroller.Prepare(new EnrollRequest(moved.Practice, match.WorkflowId, contact.Id, moved, match.Trigger.Id, null, null, "reschedule",
            moved.Depth, StartStep: anchor), contact.Body, changes, ct);
        return result.Refused is null;
    }
}
