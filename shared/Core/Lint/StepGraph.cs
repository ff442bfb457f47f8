using System.Collections.Immutable;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Where each step can lead.</summary>
internal sealed class StepGraph(Definition definition)
{
    /// <param name="Below">Pointer below the step.</param>
    public readonly record struct Edge(string Below, string Target, string Way);

    readonly Dictionary<string, ImmutableArray<Edge>> _edges =
        definition.Steps.ToDictionary(pair => pair.Key, pair => EdgesOf(pair.Value), StringComparer.Ordinal);

    public ImmutableArray<Edge> From(string stepId) => _edges.GetValueOrDefault(stepId, []);

    /// <summary>The steps that may come after one: in order of their distance, and only as far as <paramref name="goesOn"/> allows.</summary>
    public IEnumerable<Step> After(IEnumerable<string?> first, Func<Step, bool> goesOn)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(first.OfType<string>());
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id) || definition.Find(id) is not { } step) continue;
            yield return step;
            if (!goesOn(step)) continue;
            foreach (var edge in From(id)) open.Enqueue(edge.Target);
        }
    }

    /// <summary>Whether contacts stay a while. A disabled wait is passed over and holds nobody.</summary>
    public static bool Holds(Step step) => step.Enabled && (step.IsWait || step is Step.Drip or Step.Goal { WhenUnmet: WhenUnmet.Wait });

    static ImmutableArray<Edge> EdgesOf(Step step)
    {
        var edges = ImmutableArray.CreateBuilder<Edge>();
        Add("/next", step.Next, "its next step");
        if (step is Step.Act { OnError: { Then: OnErrorThen.Branch, Next: var failed } }) Add("/onError/next", failed, "its failure path");
        switch (step)
        {
            case Step.If branching:
                for (var i = 0; i < branching.Branches.Length; i++)
                    Add(JsonPointer.Below("/branches", i) + "/next", branching.Branches[i].Next, $"the branch “{branching.Branches[i].Name ?? branching.Branches[i].Id}”");
                Add("/none/next", branching.None.Next, "the None branch");
                break;
            case Step.Split split:
                for (var i = 0; i < split.Shares.Length; i++)
                    Add(JsonPointer.Below("/shares", i) + "/next", split.Shares[i].Next, $"the share “{split.Shares[i].Name ?? split.Shares[i].Id}”");
                break;
            case Step.GoTo jump:
                Add("/config/step", jump.Target, "its target");
                break;
            case Step.Goal goal:
                Add("/timeout/next", goal.Timeout?.Next, "its timeout");
                break;
            case Step.WaitUntil { WhenPast: WhenPast.GoTo } until:
                Add("/config/pastStep", until.PastStep, "the way for a date already past");
                break;
            case Step.WaitReply wait:
                Add("/timeout/next", wait.Timeout?.Next, "its timeout");
                break;
            case Step.WaitCondition wait:
                Add("/timeout/next", wait.Timeout?.Next, "its timeout");
                break;
            case Step.WaitLink wait:
                Add("/timeout/next", wait.Timeout?.Next, "its timeout");
                break;
            case Step.WaitEmail wait:
                Add("/timeout/next", wait.Timeout?.Next, "its timeout");
                break;
            case Step.WaitInvoice invoice:
                Add("/config/paidStep", invoice.PaidStep, "the way for a paid invoice");
                break;
        }
        return edges.ToImmutable();

        // An empty target was reported as missing when the definition was read.
        void Add(string below, string? target, string way)
        {
            if (!string.IsNullOrEmpty(target)) edges.Add(new Edge(below, target, way));
        }
    }
}
