using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Finds what would go wrong in a workflow before it is published.</summary>
public static class Linter
{
    /// <param name="addedByOthers">Another workflow adds contacts to this one, so it may do without a trigger.</param>
    public static ImmutableArray<Finding> Check(Definition definition, ILintCatalogue catalogue, bool addedByOthers = false)
    {
        var report = new Report();
        var graph = new StepGraph(definition);
        TriggerChecks.Run(definition, catalogue, addedByOthers, report);
        PathChecks.Run(definition, graph, report);
        LoopChecks.Run(definition, graph, report);
        foreach (var step in definition.Steps.Values.OrderBy(step => step.Id, StringComparer.Ordinal))
        {
            StepChecks.Run(definition, step, catalogue, report);
            ActionChecks.Run(step, catalogue, report);
        }
        ReviewChecks.Run(definition, graph, catalogue, report);
        SequenceChecks.Run(definition, graph, catalogue, report);
        ContactChecks.Run(definition, graph, catalogue, report);
        MatchChecks.Run(definition, catalogue, report);
        new FieldChecks(definition, catalogue, report).Run();
        return report.Findings;
    }

    /// <summary>Reading and checking in one: everything there is to say about a draft.</summary>
    public static (Definition? Definition, ImmutableArray<Finding> Findings) Check(JsonElement json, ILintCatalogue catalogue, bool addedByOthers = false)
    {
        var (definition, findings) = DefinitionReader.Read(json);
        if (definition is null) return (null, findings);
        // A row that cannot be read is left out, so its branch only looks as if it asked nothing: one finding for one mistake.
        var more = Check(definition, catalogue, addedByOthers).Where(one => one.Code != LintCodes.BranchForEverybody.Code || !findings.Any(read => read.Pointer.StartsWith(one.Pointer + "/", StringComparison.Ordinal)));
        return (definition, findings.AddRange(more));
    }
}
