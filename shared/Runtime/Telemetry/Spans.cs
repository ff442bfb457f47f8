using System.Diagnostics;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Telemetry;

/// <summary>The spans of the way from an event to its effects: <c>hook → route → enroll</c>, <c>turn → provider</c>. Tags are
/// ids and codes; never names, numbers or the text of messages. Null, and free, while nobody listens.</summary>
public static class Spans
{
    public const string SourceName = "AesthetixWorkflows";

    static readonly ActivitySource Source = new(SourceName);

    /// <summary>A call to a hook.</summary>
    public static Activity? Hook(string practice, string hook) => Start("hook", ActivityKind.Server)?
        .SetTag(Tags.Practice, practice).SetTag(Tags.Hook, hook);

    /// <param name="from">The span that put the event on a queue, when it came over one.</param>
    public static Activity? Route(string practice, string @event, ActivityContext from = default) =>
        Start("route", from == default ? ActivityKind.Internal : ActivityKind.Consumer, from)?
        .SetTag(Tags.Practice, practice).SetTag(Tags.Event, @event);

    /// <summary>The decision whether a contact may enter a workflow.</summary>
    public static Activity? Enroll(string practice, string workflow, PracticeEvent? cause) => Start("enroll")?
        .SetTag(Tags.Practice, practice).SetTag(Tags.Workflow, workflow).SetTag(Tags.Event, cause?.Id);

    public static Activity? Turn(EnrollmentRef enrollment) => Start("turn")?
        .SetTag(Tags.Practice, enrollment.Practice).SetTag(Tags.Enrollment, enrollment.Id);

    /// <summary>Where in its workflow the enrollment of a turn stands.</summary>
    public static void At(this Activity? turn, Enrollment enrollment) =>
        turn?.SetTag(Tags.Workflow, enrollment.WorkflowId).SetTag(Tags.Step, enrollment.StepId);

    /// <summary>A message is handed over.</summary>
    public static Activity? Provider(Enrollment enrollment, string step, string channel) => Start("provider", ActivityKind.Client)?
        .SetTag(Tags.Practice, enrollment.Practice).SetTag(Tags.Workflow, enrollment.WorkflowId).SetTag(Tags.Enrollment, enrollment.Id)
        .SetTag(Tags.Step, step).SetTag(Tags.Channel, channel);

    // Without a context of its own it is part of the span around it.
    static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal, ActivityContext from = default) => Muted.Now ? null : Source.StartActivity(name, kind, from);

    public static void End(this Activity? provider, Outcome outcome)
    {
        if (provider is null || Tags.CodeOf(outcome) is not { } code) return;
        provider.SetTag(Tags.Code, code);
        if (outcome is Outcome.Failed or Outcome.Unknown) provider.SetStatus(ActivityStatusCode.Error);
    }
}
