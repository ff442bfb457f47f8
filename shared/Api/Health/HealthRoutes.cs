using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Health;

/// <summary>All is well; when not, the answer is a problem.</summary>
/// <param name="Status"><c>ok</c>.</param>
public sealed record Healthy(string Status);

/// <summary>Whether the process lives, and whether it can take work.</summary>
static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var routes = root.MapGroup("/health").WithTags("Health");
        routes.MapGet("/live", () => TypedResults.Ok(new Healthy("ok"))).Open().Answers<Healthy>();
        routes.MapGet("/ready", Ready).Open().Answers<Healthy>();
    }

    static async Task<IResult> Ready(IStore store, CancellationToken ct) =>
        await store.WhyNotReady(ct) is { } reason ? new ProblemResult(new(Codes.NotReady, reason, RetryAfter: 5)) : TypedResults.Ok(new Healthy("ok"));
}
