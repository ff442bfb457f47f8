using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>How the conversation with a contact stands: read or not, in the archive or not. A message that comes in makes it
/// unread and takes it out of the archive.</summary>
static class ConversationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts/{id}/conversation").WithTags("Contacts");
        routes.MapGet("", Find).Needs(Scopes.ContactsRead).Answers<ConversationState>();
        api.MapGroup("/conversations").WithTags("Contacts").MapGet("", List).Needs(Scopes.ContactsRead).Answers<ConversationList>();
        routes.MapPatch("", Change).Needs(Scopes.ContactsWrite).Answers<ConversationState>();
    }

    static async Task<IResult> List(Caller caller, ConversationReading reading, Unmasking unmasking, string? status, string? search, [AsParameters] Paging paging, CancellationToken ct)
    {
        var which = Query.Choice<ConversationStatus>("status", status);
        var (page, unread) = (reading.List(caller.Practice, which, string.IsNullOrWhiteSpace(search) ? null : search.Trim(), paging, ct), reading.Unread(caller.Practice, ct));
        var list = await page;
        return TypedResults.Ok(new ConversationList(await unmasking.ReadsAll(caller, ct) ? list.Items : [.. list.Items.Select(line => line.Masked())], list.Next, await unread));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct) =>
        Answer.Found(http, await Read(store, caller.Practice, id, ct));

    static async Task<IResult> Change(HttpContext http, Caller caller, string id, IfMatch match, Body<ConversationFields> body, IStore store, TimeProvider clock, CancellationToken ct)
    {
        if (await Read(store, caller.Practice, id, ct) is not { } before) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        var after = before.Body with { Unread = body.Value.Unread ?? before.Body.Unread, Archived = body.Value.Archived ?? before.Body.Archived, ChangedAt = clock.GetUtcNow() };
        return (await store.Commit(new ChangeSet(caller.Practice).Put(Kinds.Conversation, id, after, before.Revision), ct)).Ok
            ? Answer.Found(http, new Stored<ConversationState>(id, before.Revision + 1, after)) : Answer.Stale;
    }

    /// <summary>Revision 0 while nothing is kept of it; null when there is no such contact.</summary>
    static async Task<Stored<ConversationState>?> Read(IStore store, string practice, string id, CancellationToken ct) =>
        await store.Find(Kinds.Contact, practice, id, ct) is not { } contact ? null
        : await store.Find(Kinds.Conversation, practice, id, ct) ?? new(id, 0, new(Unread: false, Archived: false, contact.Body.CreatedAt));
}
