using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>Looks back along the paths of a definition.</summary>
static class StepsBefore
{
    /// <summary>The steps of a type that lead to this one, the nearest first.</summary>
    public static IReadOnlyList<string> OfType(Definition definition, string stepId, string type)
    {
        var before = definition.Steps.Values.SelectMany(step => Paths.After(step).Select(next => (From: step.Id, To: next))).ToLookup(way => way.To, way => way.From);
        var (seen, open, found) = (new HashSet<string> { stepId }, new Queue<string>([stepId]), new List<string>());
        while (open.TryDequeue(out var id))
            foreach (var from in before[id].Where(seen.Add))
            {
                if (definition.Find(from)?.Type == type) found.Add(from);
                open.Enqueue(from);
            }
        return found;
    }
}
