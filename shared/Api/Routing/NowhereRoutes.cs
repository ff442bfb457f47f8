using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Api.Routing;

/// <summary>Addresses that lead nowhere, and methods that an address does not know, answered like every other failure.</summary>
/// <remarks>Only under our own roots: what else a host serves is the host's.</remarks>
static class NowhereRoutes
{
    static readonly string[] Roots = ["/api", "/hooks", "/health", "/docs", "/openapi.json", "/u", "/l", "/b", "/resume"];

    public static void Map(IEndpointRouteBuilder root)
    {
        foreach (var path in Roots)
            root.Map(path + "/{**rest}", (HttpContext http, EndpointDataSource endpoints) => Answer(http, endpoints))
                .WithMetadata(new Public(), new Nowhere()).WithOrder(int.MaxValue - 1).ExcludeFromDescription();
    }

    static ProblemResult Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var known = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.Any(m => m is Needs or Public) && e.Metadata.GetMetadata<Nowhere>() is null && Leads(e.RoutePattern, http.Request.Path))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        if (known.Length == 0) return ProblemResult.Of(Codes.RouteUnknown);
        http.Response.Headers.Allow = string.Join(", ", known);
        return ProblemResult.Of(Codes.MethodNotAllowed);
    }

    static bool Leads(RoutePattern pattern, PathString path) =>
        new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);

    sealed record Nowhere;
}
