using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>The draft of a workflow. GET answers the definition itself, so that it can be edited and PUT back.</summary>
static class DraftRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}").WithTags("Drafts");
        routes.MapGet("/draft", Find).Needs(Scopes.WorkflowsRead).Answers<JsonElement>();
        routes.MapPut("/draft", Save).Needs(Scopes.WorkflowsWrite).Answers<DraftSaved>();
        routes.MapPost("/validate", Validate).Needs(Scopes.WorkflowsRead).Answers<Checked>();
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct) =>
        await store.Find(Kinds.Workflow, caller.Practice, id, ct) is { } stored
            ? Answer.Tagged(http, stored.Body.DraftRevision, stored.Body.Draft)
            : Answer.NotFound;

    static async Task<IResult> Save(HttpContext http, Caller caller, string id, IfMatch match, ObjectBody body, Drafts drafts, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.Of(await drafts.Save(caller.At(clock), id, body.Value, match.Revision, ct), done =>
            Answer.Tagged(http, done.Workflow.Body.DraftRevision, new DraftSaved(done.Workflow.Body.DraftRevision, done.Findings)));

    static async Task<IResult> Validate(Caller caller, string id, Drafts drafts, CancellationToken ct) =>
        await drafts.Validate(caller.Practice, id, ct) is { } findings ? TypedResults.Ok(new Checked(findings)) : Answer.NotFound;
}
