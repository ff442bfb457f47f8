using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Statistics;

namespace AesthetixWorkflows.Api.Statistics;

/// <summary>A workflow in figures.</summary>
static class StatsRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/workflows/{id}/stats", Find).WithTags("Statistics").Needs(Scopes.WorkflowsRead).Answers<WorkflowStats>();

    static async Task<IResult> Find(Caller caller, string id, IStore store, StatsReader stats, CancellationToken ct) =>
        await store.Find(Kinds.Workflow, caller.Practice, id, ct) is { } workflow
            ? TypedResults.Json(await stats.Read(caller.Practice, workflow, ct), ApiJson.Options)
            : Answer.NotFound;
}
