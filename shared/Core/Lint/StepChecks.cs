using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Control steps and waits: does each make sense by itself?</summary>
internal static class StepChecks
{
    public static void Run(Definition definition, Step step, ILintCatalogue catalogue, Report report)
    {
        switch (step)
        {
            case Step.If branching:
                if (branching.Branches.IsEmpty) report.Step(LintCodes.IfWithoutBranches, step, "/branches", "has no branch, so everybody takes the None path.");
                Unique(branching.Branches.Select(branch => branch.Id), step, "/branches", report);
                Unconditional(branching, report);
                break;
            case Step.Split split:
                var total = split.Shares.Sum(share => share.Percent);
                if (total != 100) report.Step(LintCodes.SplitNot100, step, "/shares", string.Create(CultureInfo.InvariantCulture, $"has shares of {total} percent together; they must add up to 100."));
                Unique(split.Shares.Select(share => share.Id), step, "/shares", report);
                break;
            case Step.Goal goal:
                Goal(goal, catalogue, report);
                break;
            case Step.WaitDelay { Plan.Window: { } window } when NeverOpens(window):
                report.Step(LintCodes.ClosedWindow, step, "/config/window", "waits for hours that never come: no weekday is open.");
                break;
            case Step.WaitReply { Timeout: null }:
                Endless(step, "a reply", report);
                break;
            case Step.WaitCondition { Timeout: null }:
                Endless(step, "its condition", report);
                break;
            case Step.WaitLink { Timeout: null }:
                Endless(step, "a click", report);
                break;
            case Step.WaitEmail email:
                if (email.Timeout is null) Endless(step, "an email event", report);
                EmailStep(definition, email, catalogue, report);
                break;
        }
    }

    public static bool NeverOpens(Window window) => window.Hours.Values.All(hours => hours.IsEmpty);

    static void Unconditional(Step.If step, Report report)
    {
        for (var i = 0; i < step.Branches.Length; i++)
            if (step.Branches[i] is { When: Condition.All { Items.IsDefaultOrEmpty: true } } open)
                report.Step(LintCodes.BranchForEverybody, step, JsonPointer.Below("/branches", i) + "/when", $"has the branch “{open.Name ?? open.Id}” without a condition: everybody takes it.");
    }

    static void Unique(IEnumerable<string> ids, Step step, string below, Report report)
    {
        foreach (var id in ids.Where(id => id.Length > 0).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key))
            report.Step(LintCodes.RepeatedBranch, step, below, $"has two branches with the id “{id}”.");
    }

    static void Endless(Step step, string what, Report report) =>
        report.Step(LintCodes.NoTimeout, step, "/timeout", $"waits for {what} without a timeout: whoever never gives it stays here for ever.");

    static void Goal(Step.Goal goal, ILintCatalogue catalogue, Report report)
    {
        if (goal.Events.IsEmpty) report.Step(LintCodes.GoalWithoutEvents, goal, "/config/events", "is a goal without events, so nobody can meet it.");
        if (goal is { WhenUnmet: WhenUnmet.Wait, Timeout: null }) Endless(goal, "its goal", report);
        for (var i = 0; i < goal.Events.Length; i++)
            if (goal.Events[i].Type is { Length: > 0 } type && !catalogue.TriggerTypes.Contains(type))
                report.Step(LintCodes.UnknownTrigger, goal, JsonPointer.Below("/config/events", i) + "/type", $"listens for an unknown event “{type}”.{Nearest.Hint(type, catalogue.TriggerTypes)}");
    }

    static void EmailStep(Definition definition, Step.WaitEmail wait, ILintCatalogue catalogue, Report report)
    {
        if (wait.StepId is not { } id) return;
        if (definition.Find(id) is not { } target) report.Step(LintCodes.LeadsNowhere, wait, "/config/stepId", $"waits for an email of a step that does not exist (“{id}”).");
        else if (target is not Step.Act sender || catalogue.ChannelOf(sender.Type, sender.Config) != "email") report.Step(LintCodes.NotAnEmail, wait, "/config/stepId", $"waits for an email event, but the step {Report.Name(target)} sends no email.");
    }
}
