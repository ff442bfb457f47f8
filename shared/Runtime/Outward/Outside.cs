using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Outward;

/// <summary>The way out of an action: to a provider, to another system, into another workflow.</summary>
public sealed class Outside(IMessageProvider provider, WebCalls web, Enroller enroller, IStore store, WorkflowBook workflows) : IOutside
{
    public Task<Outcome> Send(ActionCall from, string messageId, Message message, CancellationToken ct) => provider.Send(from.PracticeId, messageId, message, ct);

    public Task<HttpAnswer> Call(ActionCall from, HttpCall call, CancellationToken ct) => web.Call(from, call, ct);

    /// <summary>In the same commit as the step's own end, so a crash enrolls once.</summary>
    public async Task<Outcome> Enroll(ActionCall from, string workflowId, bool passEvent, CancellationToken ct)
    {
        var cause = passEvent && from.Enrollment.EventId is { } id ? (await store.FindEvent(from.PracticeId, id, ct))?.Event : null;
        var result = await enroller.Prepare(new EnrollRequest(from.PracticeId, workflowId, from.Enrollment.ContactId, cause, null, null, null,
            "workflow", from.Enrollment.Depth + 1), from.Contact?.Body, from.Changes, ct);
        return result.Refused is { } why ? new Outcome.Skipped(why) : new Outcome.Done(result.EnrollmentId);
    }

    public async Task<Outcome> Unenroll(ActionCall from, string which, CancellationToken ct)
    {
        var self = from.Enrollment;
        if (self.ContactId is not { } contact) return new Outcome.Skipped("contact.none");
        var stopped = 0;
        foreach (var live in await store.LiveOf(from.PracticeId, contact, ct))
        {
            var isSelf = live.Enrollment.Id == self.Id;
            var wanted = which switch
            {
                "current" => isSelf,
                "all" => true,
                "allButCurrent" => !isSelf,
                "marketing" => !isSelf && await OnlyAdvertises(live.Enrollment, ct),
                _ => live.Enrollment.WorkflowId == which,
            };
            if (!wanted) continue;
            stopped++;
            from.Changes.Add(new Change.Send(live.Enrollment.Id, $"{from.EffectId}/stop",
                new Input.Operated(Operation.Stop, "workflow", Reason: isSelf ? "removed.workflow" : "removed.otherWorkflow")));
        }
        return stopped == 0 ? new Outcome.Skipped("enrollment.none") : Outcome.Done.Plain;
    }

    async Task<bool> OnlyAdvertises(Enrollment e, CancellationToken ct)
    {
        var purposes = (await workflows.Version(e.Practice, e.WorkflowId, e.Version, ct))?.Steps.Values.OfType<Step.Act>().Where(step => step.Enabled).Select(step => step.Purpose).OfType<string>().Distinct().ToList();
        return purposes is ["marketing"];
    }

    public async Task Forget(ActionCall from, CancellationToken ct)
    {
        foreach (var live in await store.LiveOf(from.PracticeId, from.ContactId, ct))
            from.Changes.Add(new Change.Send(live.Enrollment.Id, $"{from.EffectId}/gone",
                new Input.Signalled(new Signal($"{from.EffectId}/gone", SignalKind.ContactGone, from.Now))));
    }
}
