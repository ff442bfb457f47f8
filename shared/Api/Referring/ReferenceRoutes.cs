using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Referring;

/// <summary>Who names what: to be asked before something is deleted.</summary>
static class ReferenceRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/references", Find).Needs(Scopes.WorkflowsRead).WithTags("References").Answers<Listed<FoundUse>>();

    /// <param name="within">Of a stage: its pipeline.</param>
    static async Task<IResult> Find(Caller caller, UseFinder finder, string? kind, string? id, string? within, CancellationToken ct)
    {
        if (kind is null || !UseKinds.All.Contains(kind)) return new ProblemResult(Refusal.Query("kind", $"one of {string.Join(", ", UseKinds.All)}."));
        if (string.IsNullOrWhiteSpace(id)) return new ProblemResult(Refusal.Query("id", "the record's id; of a tag or form its name, of a field or value its key."));
        return TypedResults.Ok(new Listed<FoundUse>(await finder.Find(caller.Practice, kind, id.Trim(), within, ct), null));
    }
}
