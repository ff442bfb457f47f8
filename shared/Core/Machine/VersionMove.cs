using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Takes an enrollment from one version to another by stable step ids. No step that was done is done again.</summary>
public static class VersionMove
{
    /// <summary>The step to continue on: the same one, or the next on the old path that still exists; null ends the path.</summary>
    public static string? Map(Definition from, Definition to, string? stepId)
    {
        var seen = new HashSet<string>();
        for (var id = stepId; id is not null && seen.Add(id);)
        {
            if (to.Find(id) is not null) return id;
            id = from.Find(id) is { } step ? Entering.PassBy(step) : null;
        }
        return null;
    }

    public static Transition Apply(Definition from, Definition to, Enrollment enrollment, int version, DateTimeOffset now)
    {
        if (!enrollment.IsLive || enrollment.Version == version) return new(enrollment, [], WorkflowMachine.EffectOf(enrollment), false);
        var walk = new Walk(to, enrollment with { Version = version, AnchorStep = Anchor(from, to, enrollment.AnchorStep) }, now);
        walk.Log(Happened.Moved, $"version:{version}");
        var mapped = Map(from, to, enrollment.StepId);
        if (enrollment.StepId is null) MoveStart(walk, from);
        else if (mapped != enrollment.StepId) Entering.Enter(walk, mapped);
        else Stay(walk, walk.Step!);
        Signalling.Settle(walk);
        return walk.End();
    }

    /// <summary>Not begun yet: it will begin on the mapped step.</summary>
    static void MoveStart(Walk walk, Definition from)
    {
        if (walk.Enrollment.StartStep is not { } start) return;
        if (Map(from, walk.Definition, start) is { } mapped) walk.Enrollment = walk.Enrollment with { StartStep = mapped };
        else walk.Finish(EnrollmentStatus.Completed, "finished");
    }

    /// <summary>On the same step: an action under way goes on as it is; a wait is judged again with the time already spent.</summary>
    static void Stay(Walk walk, Step step)
    {
        switch (walk.Enrollment.Pending)
        {
            case Pending.Nothing:
            case Pending.Action when step is Step.Act && (step.Enabled || walk.Acting):
            case Pending.Timer { For: Waits.Drip } when step is Step.Drip { Enabled: true }:
            case Pending.Question when step.Enabled && step is not (Step.Act or Step.WaitDelay) && Waiting.SignalOf(step) is null:
                break;
            case Pending.Timer timer when step is Step.WaitDelay { Enabled: true } delay:
                Waiting.Sleep(walk, Waits.Delay, timer.Since, Delays.Resume(timer.Since, delay.Plan, walk.Enrollment.Zone, walk.Definition.Settings.Holidays));
                break;
            case Pending.Timer timer when step.Enabled && (step.IsWait || step is Step.Drip or Step.Goal { WhenUnmet: WhenUnmet.Wait }):
                Waiting.Begin(walk, step, timer.Since);
                break;
            default:
                Entering.Enter(walk, step.Id);
                break;
        }
    }

    /// <summary>Where a reschedule starts over in the new version: the same wait, or the next on the old path that follows the
    /// appointment and is still there. Never a message between them, which was sent.</summary>
    static string? Anchor(Definition from, Definition to, string? anchor)
    {
        var seen = new HashSet<string>();
        for (var id = anchor; id is not null && seen.Add(id); id = from.Find(id) is { } step ? Entering.PassBy(step) : null)
            if (to.Find(id) is Step.WaitUntil { FollowsAppointment: true }) return id;
        return null;
    }
}
