using System.Globalization;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>What was published, newest first; kept for ever.</summary>
static class VersionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}/versions").WithTags("Versions");
        routes.MapGet("", List).Needs(Scopes.WorkflowsRead).Answers<Listed<VersionLine>>();
        routes.MapGet("/{number}", Find).Needs(Scopes.WorkflowsRead).Answers<WorkflowVersion>();
        routes.MapPost("/{number}/restore", Restore).Needs(Scopes.WorkflowsWrite).Answers<DraftSaved>();
    }

    // Read one by one by number: in order of id, version 10 would come before version 2.
    static async Task<IResult> List(Caller caller, string id, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        var newest = Cursor.Unwrap(paging.Cursor) is { } from ? Number(from) ?? throw new RefusedException(new(Codes.CursorInvalid)) : workflow.Body.Version;
        var items = new List<VersionLine>();
        var number = newest;
        for (var count = paging.Count(); number > 0 && items.Count < count; number--)
            if (await store.Find(Kinds.Version, caller.Practice, $"{id}.{number}", ct) is { Body: var v })
                items.Add(new(v.Number, v.VersionId, v.Note, v.By, v.PublishedAt, v.Number == workflow.Body.Version));
        return TypedResults.Ok(new Listed<VersionLine>(items, number > 0 ? Cursor.Wrap(number.ToString(CultureInfo.InvariantCulture)) : null));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, string number, IStore store, CancellationToken ct) =>
        Number(number) is { } n && await store.Find(Kinds.Version, caller.Practice, $"{id}.{n}", ct) is { } version
            ? Answer.Tagged(http, version.Revision, version.Body)
            : Answer.NotFound;

    static async Task<IResult> Restore(HttpContext http, Caller caller, string id, string number, Drafts drafts, TimeProvider clock, CancellationToken ct) =>
        Number(number) is not { } n ? Answer.NotFound : DeedAnswer.Of(await drafts.RestoreVersion(caller.At(clock), id, n, ct), done =>
            Answer.Tagged(http, done.Workflow.Body.DraftRevision, new DraftSaved(done.Workflow.Body.DraftRevision, done.Findings)));

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
