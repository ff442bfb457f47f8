using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Ports;
using Ask = AesthetixWorkflows.Catalogue.Acting.Listing;

namespace AesthetixWorkflows.Api.Jobs;

/// <summary>Jobs: how far they are, what became of each, and the way to stop them.</summary>
static class JobRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/jobs").WithTags("Jobs");
        routes.MapGet("", List).Needs(Scopes.EnrollmentsRead).Answers<Listed<JobView>>();
        routes.MapGet("/{id}", Find).Needs(Scopes.EnrollmentsRead).Answers<JobView>();
        routes.MapGet("/{id}/results", Results).Needs(Scopes.EnrollmentsRead).Answers<Listed<JobResult>>();
        routes.MapPost("/{id}/pause", async (HttpContext http, Caller caller, string id, JobDesk desk, TimeProvider clock, CancellationToken ct) =>
            Told(http, await desk.Pause(caller.At(clock), id, ct))).Needs(Scopes.EnrollmentsWrite).Answers<JobView>();
        routes.MapPost("/{id}/resume", async (HttpContext http, Caller caller, string id, JobDesk desk, TimeProvider clock, CancellationToken ct) =>
            Told(http, await desk.Resume(caller.At(clock), id, ct))).Needs(Scopes.EnrollmentsWrite).Answers<JobView>();
        routes.MapPost("/{id}/cancel", async (HttpContext http, Caller caller, string id, JobDesk desk, TimeProvider clock, CancellationToken ct) =>
            Told(http, await desk.Cancel(caller.At(clock), id, ct))).Needs(Scopes.EnrollmentsWrite).Answers<JobView>();
    }

    static async Task<IResult> List(Caller caller, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        var page = await store.All(Kinds.Job, caller.Practice, paging, ct);
        return TypedResults.Ok(new Listed<JobView>([.. page.Items.Select(JobView.Of)], page.Next));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct) =>
        await store.Find(Kinds.Job, caller.Practice, id, ct) is { } job ? Answer.Tagged(http, job.Revision, JobView.Of(job)) : Answer.NotFound;

    /// <summary>In the order in which it was done.</summary>
    static async Task<IResult> Results(Caller caller, string id, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (await store.Find(Kinds.Job, caller.Practice, id, ct) is null) return Answer.NotFound;
        var page = await store.List(Kinds.JobResult, caller.Practice, new Ask(paging.Count(), Cursor.Unwrap(paging.Cursor), "job", id, Descending: false), ct);
        return TypedResults.Ok(new Listed<JobResult>([.. page.Items.Select(r => r.Body)], Cursor.Wrap(page.Next)));
    }

    static IResult Told(HttpContext http, (Stored<Job>? Job, bool Over) turned) => turned switch
    {
        (null, _) => Answer.NotFound,
        (_, true) => ProblemResult.Of(Codes.JobOver),
        var (job, _) => Answer.Tagged(http, job!.Revision, JobView.Of(job)),
    };
}
