using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Enrollments;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>The workflows a contact is or was in, and the way to put one in by hand.</summary>
static class ContactEnrollmentRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts/{id}/enrollments").WithTags("Contacts");
        routes.MapGet("", List).Needs(Scopes.EnrollmentsRead).Answers<Listed<EnrollmentView>>();
        routes.MapPost("", Enroll).Needs(Scopes.EnrollmentsWrite).Answers<Enrolled>(StatusCodes.Status201Created);
    }

    static async Task<IResult> List(Caller caller, string id, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is null) return Answer.NotFound;
        var page = await store.ListEnrollments(caller.Practice, new(ContactId: id, Limit: paging.Count(), Cursor: Cursor.Unwrap(paging.Cursor)), ct);
        return TypedResults.Ok(EnrollmentView.Of(page));
    }

    static async Task<IResult> Enroll(Caller caller, string id, Body<EnrollWish> body, IStore store, IAdmission admission, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Value.WorkflowId)) return new ProblemResult(Refusal.Required("workflowId"));
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is null) return Answer.NotFound;
        if (await store.Find(Kinds.Workflow, caller.Practice, body.Value.WorkflowId, ct) is null)
            return new ProblemResult(Refusal.OfField(Codes.ReferenceUnknown, "/workflowId", "There is no such workflow."));
        var result = await admission.Enroll(new(caller.Practice, body.Value.WorkflowId, id, null, null, null, body.Value.StartAt, caller.Name), ct);
        if (result.EnrollmentId is not { } enrolled) return ProblemResult.Of(Codes.Named(result.Refused ?? Codes.Conflict.Name));
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "enrollment.created", enrolled, body.Value.WorkflowId), ct);
        return TypedResults.Created($"/api/enrollments/{enrolled}", new Enrolled(enrolled));
    }
}
