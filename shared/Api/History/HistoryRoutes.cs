using System.Globalization;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Enrollments;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Api.Workflows;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Api.History;

/// <summary>What happened in a whole workflow, and what of it wants a look.</summary>
static class HistoryRoutes
{
    static readonly TimeSpan ReviewBack = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}").WithTags("History");
        routes.MapGet("/log", Log).Needs(Scopes.EnrollmentsRead).Answers<Listed<HistoryLine>>();
        routes.MapGet("/review", Review).Needs(Scopes.EnrollmentsRead).Answers<NeedsReview>();
        routes.MapPost("/review/acknowledge", Acknowledge).Needs(Scopes.WorkflowsWrite).BodyMayBeAbsent().Answers<WorkflowReview>();
    }

    /// <param name="action">A step's id, or a type such as <c>sms.send</c>: all steps of that type.</param>
    /// <param name="status">What happened: <c>done failed skipped waiting</c> …</param>
    static async Task<IResult> Log(
        Caller caller, string id, IStore store, string? action, string? status, string? contactId, string? from, string? to, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        var steps = await Steps(store, caller.Practice, workflow, ct);
        var query = new LogQuery(id, contactId, action is null ? null : [action, .. steps.Where(s => s.Value.Type == action).Select(s => s.Key)],
            Query.Choice<Happened>("status", status) is { } what ? [what] : null,
            Query.Moment("from", from), Query.Moment("to", to), paging.Count(), Cursor.Unwrap(paging.Cursor));
        var page = await store.ListLog(caller.Practice, query, ct);
        return TypedResults.Ok(new Listed<HistoryLine>([.. page.Items.Select(line => HistoryLine.Of(line, steps))], Cursor.Wrap(page.Next)));
    }

    /// <summary>Enrollments that failed, newest first; with the first page, the messages of whose fate nobody can be sure.</summary>
    static async Task<IResult> Review(Caller caller, string id, IStore store, TimeProvider clock, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        var failed = await store.ListEnrollments(caller.Practice, new(id, Status: EnrollmentStatus.Failed, Limit: paging.Count(), Cursor: Cursor.Unwrap(paging.Cursor)), ct);
        var steps = await Steps(store, caller.Practice, workflow, ct);
        var unknown = paging.Cursor is not null ? new([], null)
            : await store.ListLog(caller.Practice, new(id, What: [Happened.Unknown], From: clock.GetUtcNow() - ReviewBack, Limit: paging.Count()), ct);
        var counts = await store.CountsOf(caller.Practice, id, ct);
        var marked = await store.Find(Kinds.Review, caller.Practice, id, ct);
        return TypedResults.Ok(new NeedsReview(
            counts.GetValueOrDefault(EnrollmentStatus.Failed), [.. failed.Items.Select(EnrollmentView.Of)], Cursor.Wrap(failed.Next), [.. unknown.Items.Select(line => HistoryLine.Of(line, steps))], marked?.Body));
    }

    /// <summary>It stays as it is, on purpose; what goes after this marks it anew.</summary>
    static async Task<IResult> Acknowledge(Caller caller, string id, Body<Acknowledged> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Review, caller.Practice, id, ct) is not { } review) return Answer.NotFound;
        var by = caller.At(clock);
        var after = review.Body with { AcknowledgedAt = by.Now, AcknowledgedBy = by.Name };
        var changes = new ChangeSet(caller.Practice).Put(Kinds.Review, id, after, review.Revision).Audited(ids, by, "workflow.review.acknowledged", id, body.Value.Reason);
        return (await store.Commit(changes, ct)).Ok ? TypedResults.Ok(after) : ProblemResult.Of(Codes.Conflict);
    }

    static async Task<IReadOnlyDictionary<string, Step>> Steps(IStore store, string practice, Stored<Workflow> workflow, CancellationToken ct)
    {
        var number = workflow.Body.Version.ToString(CultureInfo.InvariantCulture);
        var json = workflow.Body.Version > 0 && await store.Find(Kinds.Version, practice, $"{workflow.Id}.{number}", ct) is { } kept ? kept.Body.Definition : workflow.Body.Draft;
        return DefinitionReader.Read(json).Definition?.Steps ?? (IReadOnlyDictionary<string, Step>)new Dictionary<string, Step>();
    }
}

/// <summary>One line of a workflow's log.</summary>
/// <param name="StepName">As the workflow calls the step now; null when it has no such step any more, or no name for it.</param>
/// <param name="Why">The code in words.</param>
public sealed record HistoryLine(
    string EnrollmentId, string? ContactId, long Seq, DateTimeOffset At, Happened What, string? StepId, string? StepName, string? StepType, int Visit, string? Code, string? Why, DateTimeOffset? Until)
{
    public static HistoryLine Of(WorkflowLine line, IReadOnlyDictionary<string, Step> steps)
    {
        var entry = line.Entry;
        var step = entry.StepId is { } id ? steps.GetValueOrDefault(id) : null;
        var why = entry.Code is null || CodeWords.Of(entry.Code) is var words && words == entry.Code ? null : CodeWords.Of(entry.Code);
        return new(line.EnrollmentId, line.ContactId, line.Seq, entry.At, entry.What, entry.StepId, step?.Name, step?.Type, entry.Visit, entry.Code, why, entry.Until);
    }
}

/// <summary>What somebody should look at.</summary>
/// <param name="FailedCount">All enrollments that have failed and were not taken up again.</param>
/// <param name="Failed">A page of them; retry, skip, move or stop takes one off the list.</param>
/// <param name="References">What the published version names and is gone.</param>
/// <param name="Unknown">Messages of the last 30 days that may or may not have arrived; never sent again by themselves.</param>
public sealed record NeedsReview(long FailedCount, IReadOnlyList<EnrollmentView> Failed, string? Next, IReadOnlyList<HistoryLine> Unknown, WorkflowReview? References = null);
