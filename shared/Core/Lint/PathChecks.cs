using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Every way leads somewhere, every step has a way to it, and nothing follows where nothing can.</summary>
internal static class PathChecks
{
    public static void Run(Definition definition, StepGraph graph, Report report)
    {
        var reached = Reached(definition, graph);
        foreach (var step in definition.Steps.Values.OrderBy(step => step.Id, StringComparer.Ordinal))
        {
            foreach (var edge in graph.From(step.Id).Where(edge => definition.Find(edge.Target) is null))
                report.Step(LintCodes.LeadsNowhere, step, edge.Below, $"leads to a step that does not exist (“{edge.Target}”): look at {edge.Way}.");
            if (step is { Next: not null } and (Step.GoTo or Step.End or Step.If or Step.Split))
                report.Step(LintCodes.NothingFollows, step, "/next", "must be the last of its path, but another step is connected after it.");
            if (step is Step.Act { OnError: { Then: OnErrorThen.Branch, Next: null } })
                report.Step(LintCodes.NoTarget, step, "/onError/next", "should take another path when it fails, but no step is chosen for that.");
            if (step is Step.WaitUntil { WhenPast: WhenPast.GoTo, PastStep: null })
                report.Step(LintCodes.NoTarget, step, "/config/pastStep", "should go to another step when the date is past, but no step is chosen for that.");
            if (!reached.Contains(step.Id)) report.Step(LintCodes.Unreachable, step, "", "is never reached: no path leads to it.");
        }
    }

    /// <summary>Goals are reached from wherever the contact is, so they count as beginnings.</summary>
    static HashSet<string> Reached(Definition definition, StepGraph graph)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(definition.Triggers.Select(trigger => trigger.Start).Append(definition.Start).OfType<string>());
        foreach (var goal in definition.Steps.Values.OfType<Step.Goal>().Where(goal => goal.Enabled && goal.Events.Length > 0)) open.Push(goal.Id);
        while (open.TryPop(out var id))
        {
            if (!reached.Add(id)) continue;
            foreach (var edge in graph.From(id)) open.Push(edge.Target);
        }
        return reached;
    }
}
