using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>The steps as a reader meets them: down the first path, then the next. Those that no path reaches come last.</summary>
static class ReadingOrder
{
    public static IReadOnlyList<string> Of(Definition definition)
    {
        var (seen, open) = (new List<string>(), new Queue<string?>([definition.Start, .. definition.Triggers.Select(t => t.Start), .. definition.Steps.Keys.Order(StringComparer.Ordinal)]));
        var known = new HashSet<string>();
        var stack = new Stack<string>();
        while (open.TryDequeue(out var start))
        {
            if (start is not null) stack.Push(start);
            while (stack.TryPop(out var id))
            {
                if (definition.Find(id) is not { } step || !known.Add(id)) continue;
                seen.Add(id);
                foreach (var way in Way.Of(step).Reverse())
                    if (way.Target is not null) stack.Push(way.Target);
            }
        }
        return seen;
    }
}
