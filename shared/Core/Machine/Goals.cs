using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Goals: listened for from entry on, met once, and a contact jumps forward to them only.</summary>
internal static class Goals
{
    /// <summary>Arrives on foot. True: go on behind it.</summary>
    public static bool Arrive(Walk walk, Step.Goal goal)
    {
        if (walk.Enrollment.MetGoals.Contains(goal.Id))
        {
            walk.Log(Happened.Done, "goal.met");
            return true;
        }
        switch (goal.WhenUnmet)
        {
            case WhenUnmet.Continue:
                walk.Log(Happened.Skipped, "goal.unmet");
                return true;
            case WhenUnmet.End:
                walk.Finish(EnrollmentStatus.Completed, "goal.unmet");
                return false;
            case WhenUnmet.Wait:
                Waiting.Sleep(walk, Waits.Goal, walk.Now, Waiting.Limit(walk, walk.Now, goal.Timeout));
                return false;
            default:
                throw new InvalidOperationException($"No rule for {goal.WhenUnmet}.");
        }
    }

    /// <summary>Whether the goal is this contact's to meet: known, not met before, and not behind it.</summary>
    public static Step.Goal? Open(Walk walk, string? goalStep)
    {
        var from = walk.Enrollment.StepId ?? walk.Enrollment.StartStep ?? walk.Definition.Start;
        return walk.Definition.Find(goalStep) is Step.Goal { Enabled: true } goal
            && !walk.Enrollment.MetGoals.Contains(goal.Id)
            && (from == goal.Id || Paths.LeadsTo(walk.Definition, from, goal.Id))
                ? goal : null;
    }

    public static void Jump(Walk walk, Step.Goal goal)
    {
        walk.Log(Happened.Jumped, StepCodes.ToGoal + goal.Id);
        // Waiting there, it has been entered; resting on the threshold, or anywhere else, it has not.
        var there = walk.Enrollment.StepId == goal.Id && walk.Enrollment.Pending is not Pending.Nothing;
        if (there) walk.Ended();
        else walk.Depart();
        walk.Enrollment = walk.Enrollment with
        {
            StepId = goal.Id, MetGoals = walk.Enrollment.MetGoals.Add(goal.Id),
            FreshUntil = null,
            Visits = there ? walk.Enrollment.Visits : walk.Enrollment.Visits.SetItem(goal.Id, walk.VisitsOf(goal.Id) + 1),
        };
        Entering.Enter(walk, goal.Next);
    }
}
