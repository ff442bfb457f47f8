using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>Whether a workflow acts.</summary>
static class PublishRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}").WithTags("Publishing");
        routes.MapPost("/publish", Publish).Needs(Scopes.WorkflowsPublish).BodyMayBeAbsent().Answers<Published>();
        routes.MapPost("/unpublish", Unpublish).Needs(Scopes.WorkflowsPublish).Answers<WorkflowView>();
        routes.MapPost("/pause", Pause).Needs(Scopes.WorkflowsPublish).Answers<WorkflowView>();
        routes.MapPost("/resume", Resume).Needs(Scopes.WorkflowsPublish).Answers<WorkflowView>();
    }

    static async Task<IResult> Publish(HttpContext http, Caller caller, string id, Body<PublishWish> body, Publisher publisher, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.Of(await publisher.Publish(caller.At(clock), id, body.Value.InFlight, body.Value.Note, ct), done =>
            Answer.Tagged(http, done.Workflow.Revision, new Published(WorkflowView.Of(done.Workflow), done.Findings, done.Reached)));

    static async Task<IResult> Unpublish(HttpContext http, Caller caller, string id, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.View(http, await lifecycle.Unpublish(caller.At(clock), id, ct));

    static async Task<IResult> Pause(HttpContext http, Caller caller, string id, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.View(http, await lifecycle.Pause(caller.At(clock), id, ct));

    static async Task<IResult> Resume(HttpContext http, Caller caller, string id, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.View(http, await lifecycle.Resume(caller.At(clock), id, ct));
}
