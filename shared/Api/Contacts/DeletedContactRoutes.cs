using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Sweeping;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>Contacts that a workflow deleted, and bringing them back. What a person deletes is gone at once.</summary>
static class DeletedContactRoutes
{
    static readonly TimeSpan Restorable = DeletedContactPurge.Restorable;

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts").WithTags("Contacts");
        routes.MapGet("/deleted", List).Needs(Scopes.ContactsRead).Answers<Listed<DeletedContact>>();
        routes.MapPost("/{id}/restore", Restore).Needs(Scopes.ContactsWrite).Answers<Contact>();
    }

    static async Task<IResult> List(Caller caller, IStore store, TimeProvider clock, [AsParameters] Paging paging, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Restorable;
        return TypedResults.Ok(await store.Where(Kinds.DeletedContact, caller.Practice, paging, deleted => deleted.DeletedAt > since, ct));
    }

    static async Task<IResult> Restore(HttpContext http, Caller caller, string id, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var by = caller.At(clock);
        if (await store.Find(Kinds.DeletedContact, caller.Practice, id, ct) is not { } deleted || deleted.Body.DeletedAt <= by.Now - Restorable) return Answer.NotFound;
        var changes = new ChangeSet(caller.Practice).Put(Kinds.Contact, id, deleted.Body.Contact, 0)
            .Delete(Kinds.DeletedContact, id, deleted.Revision).Audited(ids, by, "contact.restored", id);
        // Somebody else may have its email or phone by now.
        return (await store.Commit(changes, ct)).Ok ? Answer.Found(http, new Stored<Contact>(id, 1, deleted.Body.Contact)) : ProblemResult.Of(Codes.ContactTaken);
    }
}
