using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>Carries on with what was just committed: new enrollments get their orchestration, those for whom something came
/// are woken, kept events go to the queue to be routed. All of it is in the store already; what fails here is found there
/// by <c>Recover</c> within minutes.</summary>
public sealed class Dispatcher(WorkflowBook workflows, PracticeBook practices, EnrollmentStarter starter, EventPublisher events, IStore store)
{
    public async Task Afterwards(ChangeSet changes, Committed committed, CancellationToken ct)
    {
        workflows.Observe(changes);
        practices.Observe(changes);
        var kept = new List<PracticeEvent>();
        foreach (var change in changes.Changes)
            switch (change)
            {
                case Change.Enroll { Enrollment: var enrollment }:
                    await starter.Start(enrollment, ct);
                    break;
                case Change.Send { Input: Input.Operated } send:
                    var known = (await store.FindEnrollment(changes.Practice, send.EnrollmentId, ct))?.Enrollment;
                    await starter.Nudge(known is { IsLive: false } ? known : null, send.EnrollmentId, ct);
                    break;
                case Change.Send send:
                    await starter.Nudge(null, send.EnrollmentId, ct);
                    break;
                case Change.Accept { Event: var e } when !committed.Duplicates.ContainsKey(e.Id):
                    kept.Add(e);
                    break;
            }
        if (kept.Count > 0) await events.Kept(kept, ct);
    }
}
