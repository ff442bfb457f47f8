using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Comparing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Comparing;

/// <summary>What changed between two versions, in words; the older one is always the one that it is told from.</summary>
static class DiffRoutes
{
    const string Draft = "draft";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/workflows/{id}/versions/{number}/diff", Diff).WithTags("Versions").Needs(Scopes.WorkflowsRead).Answers<DefinitionDiff>();

    /// <param name="against">Another version's number, or <c>draft</c>; the version before when left out.</param>
    static async Task<IResult> Diff(Caller caller, string id, string number, IStore store, Comparer comparer, string? against, CancellationToken ct)
    {
        if (Number(number) is not { } asked || await store.Find(Kinds.Version, caller.Practice, $"{id}.{asked}", ct) is not { } version) return Answer.NotFound;
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        var here = Read(version.Body.Definition, Text(asked));
        if (against == Draft) return TypedResults.Ok(comparer.Compare(asked, here, null, Read(workflow.Body.Draft, Draft)));
        var other = against is null ? asked - 1 : Number(against) ?? -1;
        if (other == 0) return TypedResults.Ok(comparer.Compare(0, Comparer.Nothing, asked, here));
        if (other < 0 || await store.Find(Kinds.Version, caller.Practice, $"{id}.{Text(other)}", ct) is not { } kept)
            return new ProblemResult(Refusal.Query("against", "the number of a version, 0 or draft."));
        var there = Read(kept.Body.Definition, Text(other));
        return TypedResults.Ok(other <= asked ? comparer.Compare(other, there, asked, here) : comparer.Compare(asked, here, other, there));
    }

    static Definition Read(JsonElement json, string which)
    {
        var (definition, findings) = DefinitionReader.Read(json);
        return definition ?? throw new RefusedException(new(Codes.WorkflowFaulty, $"The {which} cannot be read, so it cannot be compared.",
            [.. findings.Select(f => new FieldError(f.Pointer, f.Code, f.Message))], findings));
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
