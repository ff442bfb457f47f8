using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>Contacts.</summary>
static class ContactRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts").WithTags("Contacts");
        routes.MapGet("", List).Needs(Scopes.ContactsRead).Answers<Listed<Contact>>();
        routes.MapPost("", Create).Needs(Scopes.ContactsWrite).Answers<Contact>(StatusCodes.Status201Created);
        routes.MapGet("/{id}", Find).Needs(Scopes.ContactsRead).Answers<Contact>();
        routes.MapPatch("/{id}", Change).Needs(Scopes.ContactsWrite).Answers<Contact>();
        routes.MapDelete("/{id}", Delete).Needs(Scopes.ContactsWrite).AnswersNothing();
    }

    static async Task<IResult> List(Caller caller, IStore store, string? email, string? phone, string? tag, string? search, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (email is not null) return await One(store, caller.Practice, "email", EmailAddress.Normalize(email), ct);
        // A "+" that was not escaped in the address arrives as a space.
        if (phone is not null) return await One(store, caller.Practice, "phone", PhoneNumber.Normalize(phone.StartsWith(' ') ? $"+{phone[1..]}" : phone), ct);
        if (tag is null && search is null) return TypedResults.Ok(await store.All(Kinds.Contact, caller.Practice, paging, ct));
        return TypedResults.Ok(await store.Where(Kinds.Contact, caller.Practice, paging, c => Has(c, tag) && Mentions(c, search), ct));
    }

    static async Task<IResult> One(IStore store, string practice, string index, string? value, CancellationToken ct) =>
        TypedResults.Ok(new Listed<Stored<Contact>>(
            value is not null && await store.FindBy(Kinds.Contact, practice, index, value, ct) is { } found ? [found] : [], null));

    static bool Has(Contact contact, string? tag) => tag is null || contact.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    static bool Mentions(Contact contact, string? search)
    {
        return search is null || Says(contact.Name) || Says(contact.Email) || Says(contact.Phone) || contact.Tags.Any(Says);
        bool Says(string? text) => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true;
    }

    static async Task<IResult> Create(HttpContext http, Caller caller, Body<ContactFields> body, string? notify, ContactWrites writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var contact = ContactWrites.Tidy(Overlay.New<Contact, ContactFields>(body, new JsonObject { ["createdAt"] = now }));
        var made = await writes.Create(caller.Practice, contact, now, ct, notify);
        return Answer.Created(http, $"/api/contacts/{made.Id}", made.Revision, made);
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, TimeProvider clock, CancellationToken ct) =>
        await store.Find(Kinds.Contact, caller.Practice, id, ct) is { } stored ? await ContactWhereabouts.Answered(http, store, caller.Practice, stored, clock.GetUtcNow(), ct) : Answer.NotFound;

    static async Task<IResult> Change(HttpContext http, Caller caller, string id, IfMatch match, Body<ContactFields> body, string? notify, IStore store, ContactWrites writes, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is not { } before) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        var after = ContactWrites.Tidy(Overlay.Onto(before.Body, body));
        var by = caller.At(clock);
        return await writes.Replace(caller.Practice, before, after, by.Now, ct, changes =>
        {
            if (!after.Dnd.SequenceEqual(before.Body.Dnd)) changes.Audited(ids, by, "contact.dnd.changed", id, before: Quiet(before.Body), after: Quiet(after));
        }, notify) is { } done ? await ContactWhereabouts.Answered(http, store, caller.Practice, done, by.Now, ct) : Answer.Stale;
    }

    /// <summary>Channels and why; nothing about the person.</summary>
    static string Quiet(Contact contact) => contact.Dnd.IsEmpty ? "none" : string.Join(", ", contact.Dnd.Select(dnd => dnd.Channel));

    static async Task<IResult> Delete(Caller caller, string id, IfMatch match, IStore store, ContactWrites writes, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        return match.Fits(stored.Revision) && await writes.Delete(caller.At(clock), stored, ct) ? TypedResults.NoContent() : Answer.Stale;
    }
}
