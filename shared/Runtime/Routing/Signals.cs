using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Replies;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>What an event means to a contact who is inside a workflow.</summary>
public static class Signals
{
    /// <param name="answered">Whose question an inbound message answers.</param>
    /// <param name="setting">The facts of the event, for the filters of goals.</param>
    public static IEnumerable<Signal> For(Definition definition, Enrollment e, PracticeEvent cause, Answered? answered, Setting setting)
    {
        foreach (var step in definition.Steps.Values)
            if (step is Step.Goal { Enabled: true } goal && !e.MetGoals.Contains(goal.Id)
                && goal.Events.Any(g => g.Type == cause.Type && CompiledCondition.Compile(g.Filters).Matches(setting)))
                yield return new(cause.Id, SignalKind.GoalMet, cause.At, goal.Id, goal.Id);

        if (Direct(definition, e, cause, answered) is { } signal) yield return signal;

        // Sent even when nothing waits for it yet: the contact may reach the wait this very moment.
        if (definition.Steps.Values.Any(s => s is Step.WaitCondition)) yield return new(cause.Id, SignalKind.FactsChanged, cause.At);
    }

    static Signal? Direct(Definition definition, Enrollment e, PracticeEvent cause, Answered? answered)
    {
        string? Text(string root, string field) => FactLoader.TextIn(cause.Data, root, field);
        var aboutScope = e.ScopeKey == $"appointment:{Text("appointment", "id")}";
        return cause.Type switch
        {
            // An out-of-office note is not an answer.
            "message.received" when Text("message", "automatic") is not null => null,
            "message.received" when answered is not null && answered.EnrollmentId == e.Id => new(cause.Id, SignalKind.Replied, cause.At, answered.Channel, Reply: answered.Reply),
            // The answer to one visit's question does not end the reminders of another visit.
            "message.received" when definition.Settings.StopOnReply && (answered?.EnrollmentId is null || answered.WorkflowId != e.WorkflowId) =>
                new(cause.Id, SignalKind.Wrote, cause.At, Text("message", "channel")),
            "link.clicked" => new(cause.Id, SignalKind.Clicked, cause.At, Text("link", "id"), Text("link", "stepId")),
            // Step ids are the workflow's own: the first email of another workflow is called s1 too.
            "email.event" when Text("email", "enrollmentId") is { } sender && sender != e.Id => null,
            "email.event" => new(cause.Id, SignalKind.EmailEvent, cause.At, Text("email", "event"), Text("email", "stepId")),
            "appointment.rescheduled" when aboutScope => new(cause.Id, SignalKind.AppointmentMoved, cause.At),
            "appointment.status.changed" when aboutScope && Text("appointment", "status") is "cancelled" or "noshow" or "invalid" =>
                new(cause.Id, SignalKind.AppointmentEnded, cause.At, Text("appointment", "status")),
            "invoice.changed" when e.ScopeKey == $"invoice:{Text("invoice", "id")}" || Text("invoice", "enrollmentId") == e.Id => Text("invoice", "status") is "paid" or "void"
                ? new(cause.Id, SignalKind.InvoiceSettled, cause.At, Text("invoice", "status"))
                : new(cause.Id, SignalKind.InvoiceMoved, cause.At),
            "task.completed" when Text("task", "enrollmentId") == e.Id && Text("task", "effectId") is { } effect =>
                new(cause.Id, SignalKind.TaskDone, cause.At, effect, Text("task", "stepId")),
            "contact.deleted" => new(cause.Id, SignalKind.ContactGone, cause.At),
            _ => null,
        };
    }
}
