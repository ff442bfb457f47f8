using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AesthetixWorkflows.Api.Jobs;

/// <summary>Many contacts into a workflow, or one deed on many enrollments: answered with a job.</summary>
static class BulkRoutes
{
    static readonly (string Path, string Type)[] Operations =
        [("retry", "retry"), ("skip", "skip"), ("stop", "stop"), ("pause", "pause"), ("resume", "resume"), ("run-now", "runNow"), ("move", "move")];

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/enrollments/bulk").WithTags("Jobs");
        routes.MapPost("", Enroll).Needs(Scopes.EnrollmentsWrite).Answers<JobView>(StatusCodes.Status202Accepted);
        foreach (var (path, type) in Operations)
            routes.MapPost("/" + path, (Caller caller, Body<BulkOperation> body, IStore store, JobDesk desk, TimeProvider clock, CancellationToken ct) =>
                Operate(type, caller, body.Value, store, desk, clock, ct)).Needs(Scopes.Operate).Answers<JobView>(StatusCodes.Status202Accepted);
    }

    static async Task<IResult> Enroll(Caller caller, Body<BulkEnrollment> body, IStore store, JobDesk desk, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        var workflow = await Workflow(caller, wish.WorkflowId, store, ct);
        if (wish.ContactIds is null == wish.Tag is null) throw PaceReading.Bad("contactIds", "Either contactIds or a tag.");
        if (wish.Tag is not null && string.IsNullOrWhiteSpace(wish.Tag)) throw PaceReading.Bad("tag", "A tag.");
        var targets = wish.ContactIds is { } ids ? PaceReading.Named("contactIds", ids) : null;
        var job = new Job
        {
            Type = "enroll", By = caller.Name, WorkflowId = workflow, Tag = wish.Tag?.Trim(), NextAt = wish.StartAt, Pace = PaceReading.Read(wish.Batch, wish.Every, wish.Hours),
        };
        return Accepted(await desk.HandIn(caller.At(clock), job, targets, ct));
    }

    static async Task<IResult> Operate(string type, Caller caller, BulkOperation wish, IStore store, JobDesk desk, TimeProvider clock, CancellationToken ct)
    {
        var workflow = await Workflow(caller, wish.WorkflowId, store, ct);
        if (wish.EnrollmentIds is null == wish.Filter is null) throw PaceReading.Bad("enrollmentIds", "Either enrollmentIds or a filter.");
        if (type == "move" == wish.StepId is null) throw PaceReading.Bad("stepId", "Where to move; for move alone.");
        var targets = wish.EnrollmentIds is { } ids ? PaceReading.Named("enrollmentIds", ids) : null;
        var job = new Job
        {
            Type = type, By = caller.Name, WorkflowId = workflow, Filter = wish.Filter, StepId = wish.StepId, Reason = wish.Reason, NextAt = wish.StartAt,
            Pace = PaceReading.Read(wish.Batch, wish.Every, wish.Hours),
        };
        return Accepted(await desk.HandIn(caller.At(clock), job, targets, ct));
    }

    static async Task<string> Workflow(Caller caller, string? id, IStore store, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(id) ? throw new RefusedException(Refusal.Required("workflowId"))
        : await store.Find(Kinds.Workflow, caller.Practice, id, ct) is null ? throw new RefusedException(Refusal.OfField(Codes.ReferenceUnknown, "/workflowId", "There is no such workflow."))
        : id;

    static Accepted<JobView> Accepted(Stored<Job> job) => TypedResults.Accepted($"/api/jobs/{job.Id}", JobView.Of(job));
}
