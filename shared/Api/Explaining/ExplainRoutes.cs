using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Explaining;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Explaining;

/// <summary>Why a contact is not in a workflow.</summary>
static class ExplainRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        // It tells of contacts, so a key that may not read those may not ask.
        api.MapGet("/workflows/{id}/explain", Explain).WithTags("Testing").Needs(Scopes.WorkflowsRead).Answers<Explanation>();

    static async Task<IResult> Explain(Caller caller, string id, IStore store, Explainer explainer, Unmasking unmasking, string? contactId, string? eventId, string? reveal, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        if (!caller.Scopes.Contains(Scopes.ContactsRead)) return ProblemResult.Of(Codes.ScopeMissing, $"The key needs {Scopes.ContactsRead} too.");
        if (string.IsNullOrWhiteSpace(contactId)) return new ProblemResult(Refusal.Query("contactId", "which contact is to be explained."));
        if (await store.Find(Kinds.Contact, caller.Practice, contactId, ct) is not { } contact) return ProblemResult.Of(Codes.ContactUnknown);
        var of = eventId is null ? null : await store.FindEvent(caller.Practice, eventId, ct);
        if (eventId is not null && of is null) return new ProblemResult(Refusal.Query("eventId", "there is no such event."));
        var revealed = await unmasking.Asked(caller, reveal, contactId, "explain", ct);
        return TypedResults.Json(await explainer.Explain(caller.Practice, workflow, contact, of, revealed, ct), ApiJson.Options);
    }
}
