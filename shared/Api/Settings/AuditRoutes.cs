using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>Who did what, newest first. Nothing here can be changed.</summary>
static class AuditRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", List).Needs(Scopes.AuditRead).WithTags("Audit").Answers<Listed<AuditEntry>>();

    static async Task<IResult> List(Caller caller, IStore store, string? action, string? subject, [AsParameters] Paging paging, CancellationToken ct) =>
        TypedResults.Ok(await store.Where(Kinds.Audit, caller.Practice, paging, a =>
            (action is null || a.Action == action) && (subject is null || a.Subject == subject), ct));
}
