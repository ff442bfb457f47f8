using System.Text;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Auditing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>Who did what, newest first. Nothing here can be changed.</summary>
static class AuditRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/audit").WithTags("Audit");
        routes.MapGet("", List).Needs(Scopes.AuditRead).Answers<Listed<AuditEntry>>();
        routes.MapGet("/export", Export).Needs(Scopes.AuditRead).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    static async Task<IResult> List(Caller caller, IStore store, string? action, string? subject, string? by, string? from, string? to, [AsParameters] Paging paging, CancellationToken ct) =>
        TypedResults.Ok(await store.Where(Kinds.Audit, caller.Practice, paging, Keeping(action, subject, by, from, to), ct));

    /// <summary>All of it as CSV, written out while it is read; that somebody took it is a line of its own.</summary>
    static async Task<IResult> Export(Caller caller, IStore store, IIdSource ids, TimeProvider clock, string? action, string? subject, string? by, string? from, string? to, CancellationToken ct)
    {
        var keep = Keeping(action, subject, by, from, to);
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "audit.exported", caller.Practice, $"{from ?? "…"} to {to ?? "…"}"), ct);
        return TypedResults.Stream(async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(AuditCsv.Header), ct);
            string? cursor = null;
            do
            {
                var page = await store.List(Kinds.Audit, caller.Practice, new(200, cursor), ct);
                foreach (var entry in page.Items.Where(entry => keep(entry.Body))) await stream.WriteAsync(Encoding.UTF8.GetBytes(AuditCsv.Line(entry)), ct);
                cursor = page.Next;
            } while (cursor is not null);
        }, "text/csv; charset=utf-8", "audit.csv");
    }

    static Func<AuditEntry, bool> Keeping(string? action, string? subject, string? by, string? from, string? to)
    {
        var (since, until) = (Query.Moment("from", from), Query.Moment("to", to));
        return a => (action is null || a.Action == action) && (subject is null || a.Subject == subject) && (by is null || a.By == by)
            && (since is null || a.At >= since) && (until is null || a.At < until);
    }
}
