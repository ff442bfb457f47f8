using System.Collections.Immutable;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Everybody may be asked for a public review, or nobody: choosing the happy ones breaks the rules of the platforms
/// and of the FTC.</summary>
internal static class ReviewChecks
{
    /// <summary>Words in the names of fields that tell how somebody feels.</summary>
    static readonly ImmutableArray<string> Feelings = ["rating", "stars", "nps", "satisf", "intent", "sentiment", "happy", "survey.score", "quiz.score"];

    public static void Run(Definition definition, StepGraph graph, ILintCatalogue catalogue, Report report)
    {
        foreach (var review in definition.Steps.Values.OfType<Step.Act>().Where(step => catalogue.AsksForReview(step.Type)).OrderBy(step => step.Id, StringComparer.Ordinal))
        {
            var gate = definition.Steps.Values.OfType<Step.If>().Where(step => step.Branches.Any(branch => AsksFeelings(branch.When)))
                .OrderBy(step => step.Id, StringComparer.Ordinal).FirstOrDefault(step => Parts(step, review.Id, graph));
            if (gate is not null)
                report.Step(LintCodes.ReviewGate, review, "", $"asks only some for a review: {Report.Name(gate)} chooses them by how they feel.");
            else if (definition.Triggers.FirstOrDefault(trigger => trigger.Enabled && AsksFeelings(trigger.Filters) && Leads(trigger.Start ?? definition.Start, review.Id, graph)) is { } trigger)
                report.Step(LintCodes.ReviewGate, review, "", $"asks only some for a review: the trigger “{trigger.Name ?? trigger.Type}” chooses them by how they feel.");
        }
    }

    /// <summary>Whether some ways out of the If/Else lead to the review and others do not.</summary>
    static bool Parts(Step.If gate, string review, StepGraph graph) =>
        gate.Branches.Select(branch => branch.Next).Append(gate.None.Next).Select(next => Leads(next, review, graph)).Distinct().Count() > 1;

    static bool Leads(string? from, string to, StepGraph graph)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from is null ? [] : [from]);
        while (open.TryPop(out var id))
        {
            if (id == to) return true;
            if (!seen.Add(id)) continue;
            foreach (var edge in graph.From(id)) open.Push(edge.Target);
        }
        return false;
    }

    static bool AsksFeelings(Condition condition) =>
        ConditionFields.Of(condition).Any(field => Feelings.Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
