using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>Enrollments: what they did, and what an operator may do to them.</summary>
static class EnrollmentRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/enrollments").WithTags("Enrollments");
        routes.MapGet("", List).Needs(Scopes.EnrollmentsRead).Answers<Listed<EnrollmentView>>();
        routes.MapGet("/{id}", Find).Needs(Scopes.EnrollmentsRead).Answers<EnrollmentView>();
        Operate(routes, "/stop", Operation.Stop);
        Operate(routes, "/pause", Operation.Pause);
        Operate(routes, "/resume", Operation.Resume);
        Operate(routes, "/retry", Operation.Retry);
        Operate(routes, "/skip", Operation.Skip);
        Operate(routes, "/run-now", Operation.RunNow);
        routes.MapPost("/{id}/move", Move).Needs(Scopes.Operate).AnswersAccepted();
    }

    /// <param name="status">One, or several with commas between them.</param>
    static async Task<IResult> List(
        Caller caller, IStore store, string? workflowId, string? contactId, string? status, string? stepId, string? from, string? to, string? reason, [AsParameters] Paging paging, CancellationToken ct)
    {
        var several = Query.Choices<EnrollmentStatus>("status", status) ?? [];
        var query = new EnrollmentQuery(
            workflowId, contactId, several.Count == 1 ? several[0] : null, stepId,
            Query.Moment("from", from), Query.Moment("to", to), paging.Count(), Cursor.Unwrap(paging.Cursor));
        var page = reason is null && several.Count < 2 ? await store.ListEnrollments(caller.Practice, query, ct) : await LookedThrough.List(store, caller.Practice, query, i =>
            (several.Count < 2 || several.Contains(i.Enrollment.Status)) && (reason is null || LookedThrough.IsFor(reason, i.Enrollment.Reason)), ct);
        return TypedResults.Ok(EnrollmentView.Of(page));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct)
    {
        if (await store.FindEnrollment(caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        var log = await store.LogOf(caller.Practice, id, ct: ct);
        return Answer.Tagged(http, stored.Revision, EnrollmentView.Of(stored) with { Log = [.. log.Select(LoggedLine.Of)] });
    }

    static void Operate(RouteGroupBuilder routes, string path, Operation operation) =>
        routes.MapPost("/{id}" + path, async (Caller caller, string id, Body<OperatorWish> body, Operator @operator, TimeProvider clock, CancellationToken ct) =>
            Received(await @operator.Send(caller.At(clock), id, operation, null, body.Value.Reason, ct))).Needs(Scopes.Operate).BodyMayBeAbsent().AnswersAccepted();

    static async Task<IResult> Move(Caller caller, string id, Body<MoveWish> body, Operator @operator, TimeProvider clock, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(body.Value.StepId)
            ? new ProblemResult(Refusal.Required("stepId"))
            : Received(await @operator.Send(caller.At(clock), id, Operation.Move, body.Value.StepId, body.Value.Reason, ct));

    // 202: the input is kept, and the enrollment takes it when its carrier next looks.
    static IResult Received(Operated operated) => operated switch
    {
        Operated.Sent => TypedResults.StatusCode(StatusCodes.Status202Accepted),
        Operated.Unknown => Answer.NotFound,
        Operated.Over => ProblemResult.Of(Codes.EnrollmentOver),
        Operated.NoSuchStep => new ProblemResult(Refusal.OfField(Codes.StepUnknown, "/stepId", "The enrollment's version has no such step.")),
        _ => throw new InvalidOperationException($"{operated} is not known."),
    };
}
