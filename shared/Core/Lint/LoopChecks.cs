using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>A circle is fine as long as something in it waits. Go To counts like any other way: its cap only ends the harm.</summary>
internal static class LoopChecks
{
    const int MaxNamed = 8;

    public static void Run(Definition definition, StepGraph graph, Report report)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in definition.Steps.Keys.Order(StringComparer.Ordinal))
            Walk(root, definition, graph, done, report);
    }

    /// <summary>Depth first with a stack of its own: 500 steps in a row must not grow the thread's.</summary>
    static void Walk(string root, Definition definition, StepGraph graph, HashSet<string> done, Report report)
    {
        var path = new List<string>();
        var stack = new Stack<(string Id, bool Leaving)>();
        stack.Push((root, false));
        while (stack.TryPop(out var at))
        {
            if (at.Leaving)
            {
                path.RemoveAt(path.Count - 1);
                done.Add(at.Id);
                continue;
            }
            if (definition.Find(at.Id) is not { } step || StepGraph.Holds(step) || done.Contains(at.Id)) continue;
            var seen = path.IndexOf(at.Id);
            if (seen >= 0)
            {
                var names = path[seen..].Take(MaxNamed).Select(id => Report.Name(definition.Steps[id])).Concat(path.Count - seen > MaxNamed ? ["…"] : []);
                report.Step(LintCodes.LoopWithoutWait, step, "", $"runs in a circle without a wait: {string.Join(" → ", names)} → {Report.Name(step)}.");
                continue;
            }
            path.Add(at.Id);
            stack.Push((at.Id, true));
            foreach (var edge in graph.From(at.Id)) stack.Push((edge.Target, false));
        }
    }
}
