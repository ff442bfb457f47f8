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
        var walk = new Walk(to, enrollment with { Version = version }, now);
        if (!enrollment.IsLive || enrollment.Version == version) return new(enrollment, [], WorkflowMachine.EffectOf(enrollment), false);
        walk.Log(Happened.Moved, $"version:{version}");
        var mapped = Map(from, to, enrollment.StepId);
        if (enrollment.StepId is null) return walk.End(); // not begun yet, or waiting for its start
        if (mapped != enrollment.StepId)
        {
            Entering.Enter(walk, mapped);
            return walk.End();
        }
        // On the same step: an action goes on as it is; a wait is judged again with the time already spent.
        switch (enrollment.Pending)
        {
            case Pending.Timer timer when walk.Step is Step.WaitDelay delay:
                Waiting.Sleep(walk, Waits.Delay, timer.Since, Delays.Resume(timer.Since, delay.Plan, enrollment.Zone));
                break;
            case Pending.Timer timer when walk.Step is Step.WaitUntil or Step.WaitCondition or Step.WaitInvoice:
                Waiting.Ask(walk, timer.Since);
                break;
            case Pending.Timer timer when Waiting.TimeoutOf(walk.Step) is { } timeout:
                Waiting.Sleep(walk, timer.For, timer.Since, Waiting.Limit(walk, timer.Since, timeout));
                break;
            case Pending.Timer when walk.Step is not { IsWait: true } and not Step.Drip and not Step.Goal:
                Entering.Enter(walk, mapped);
                break;
            case Pending.Action when walk.Step is not Step.Act:
            case Pending.Question when walk.Step is Step.Act:
                Entering.Enter(walk, mapped);
                break;
        }
        return walk.End();
    }
}
