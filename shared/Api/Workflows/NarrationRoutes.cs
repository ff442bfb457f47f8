using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Narrating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>A definition that is being edited, to be told in words.</summary>
public sealed record NarrationWish(JsonElement? Definition = null);

/// <summary>Triggers and conditions as sentences.</summary>
static class NarrationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}/narration").WithTags("Workflows");
        routes.MapGet("", Tell).Needs(Scopes.WorkflowsRead).Answers<NarratedWorkflow>();
        routes.MapPost("", TellOther).Needs(Scopes.WorkflowsRead).Answers<NarratedWorkflow>();
    }

    /// <param name="version">A version's number; the draft when left out.</param>
    static async Task<IResult> Tell(Caller caller, string id, string? version, IStore store, Narrator narrator, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        if (version is null) return await Told(caller, workflow.Body.Draft, narrator, ct);
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new ProblemResult(Refusal.Query("version", "the number of a version."));
        return await store.Find(Kinds.Version, caller.Practice, $"{id}.{number.ToString(CultureInfo.InvariantCulture)}", ct) is { } kept
            ? await Told(caller, kept.Body.Definition, narrator, ct) : Answer.NotFound;
    }

    static async Task<IResult> TellOther(Caller caller, string id, Body<NarrationWish> body, IStore store, Narrator narrator, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is null) return Answer.NotFound;
        return body.Value.Definition is { ValueKind: JsonValueKind.Object } definition ? await Told(caller, definition, narrator, ct) : new ProblemResult(Refusal.Required("definition"));
    }

    static async Task<IResult> Told(Caller caller, JsonElement json, Narrator narrator, CancellationToken ct)
    {
        var (definition, findings) = DefinitionReader.Read(json);
        return definition is not null ? TypedResults.Ok(await narrator.Tell(caller.Practice, definition, ct))
            : new ProblemResult(new(Codes.WorkflowFaulty, "It cannot be read, so it cannot be told.", [.. findings.Select(f => new FieldError(f.Pointer, f.Code, f.Message))], findings));
    }
}
