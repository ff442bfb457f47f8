using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>What is kept about one contact: tags, notes, messages, timeline.</summary>
static class ContactFileRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts/{id}").WithTags("Contacts");
        routes.MapPost("/tags", AddTags).Needs(Scopes.ContactsWrite).Answers<Contact>();
        routes.MapDelete("/tags/{tag}", RemoveTag).Needs(Scopes.ContactsWrite).Answers<Contact>();
        routes.MapGet("/notes", Notes).Needs(Scopes.ContactsRead).Answers<Listed<Note>>();
        routes.MapPost("/notes", AddNote).Needs(Scopes.ContactsWrite).Answers<Note>(StatusCodes.Status201Created);
        routes.MapPatch("/notes/{note}", ChangeNote).Needs(Scopes.ContactsWrite).Answers<Note>();
        routes.MapGet("/messages", Messages).Needs(Scopes.ContactsRead).Answers<Listed<Message>>();
        routes.MapGet("/timeline", Happened).Needs(Scopes.ContactsRead).Answers<Listed<TimelineEntry>>();
    }

    static async Task<IResult> AddTags(HttpContext http, Caller caller, string id, Body<TagWish> body, IStore store, ContactWrites writes, TimeProvider clock, CancellationToken ct)
    {
        if (body.Value.Tags is not { Length: > 0 } tags) return new ProblemResult(Refusal.Required("tags"));
        var now = clock.GetUtcNow();
        return await writes.Adjust(caller.Practice, id, c => c with { Tags = [.. c.Tags, .. tags] }, now, ct) is { } done
            ? await ContactWhereabouts.Answered(http, store, caller.Practice, done, now, ct) : Answer.NotFound;
    }

    static async Task<IResult> RemoveTag(HttpContext http, Caller caller, string id, string tag, IfMatch match, IStore store, ContactWrites writes, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is not { } before) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        var now = clock.GetUtcNow();
        var done = !before.Body.Tags.Contains(tag) ? before : await writes.Replace(caller.Practice, before, before.Body with { Tags = before.Body.Tags.Remove(tag) }, now, ct);
        return done is null ? Answer.Stale : await ContactWhereabouts.Answered(http, store, caller.Practice, done, now, ct);
    }

    static async Task<IResult> Notes(Caller caller, string id, IStore store, [AsParameters] Paging paging, CancellationToken ct) =>
        await Exists(store, caller, id, ct) ? TypedResults.Ok(await store.All(Kinds.Note, caller.Practice, paging, ct, "contact", id)) : Answer.NotFound;

    static async Task<IResult> AddNote(HttpContext http, Caller caller, string id, Body<NoteWish> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Text)) return new ProblemResult(Refusal.Required("text"));
        if (!await Exists(store, caller, id, ct)) return Answer.NotFound;
        var now = clock.GetUtcNow();
        var (noteId, note) = (ids.New(Kinds.Note.Prefix), new Note(id, body.Value.Text, caller.Name, now));
        await store.Commit(new ChangeSet(caller.Practice).Put(Kinds.Note, noteId, note, 0)
            .Raise(ids, now, id, [new("note.added", new { note = NoteFacts.Of(noteId, note) })]), ct);
        return Answer.Created(http, $"/api/contacts/{id}/notes", 1, new Stored<Note>(noteId, 1, note));
    }

    static async Task<IResult> ChangeNote(
        HttpContext http, Caller caller, string id, string note, IfMatch match, Body<NoteWish> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Note, caller.Practice, note, ct) is not { } before || before.Body.ContactId != id) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        if (string.IsNullOrWhiteSpace(body.Value.Text)) return new ProblemResult(Refusal.Required("text"));
        if (body.Value.Text == before.Body.Text) return Answer.Found(http, before);
        var after = before.Body with { Text = body.Value.Text };
        var changes = new ChangeSet(caller.Practice).Put(Kinds.Note, note, after, before.Revision)
            .Raise(ids, clock.GetUtcNow(), id, [new("note.changed", new { note = NoteFacts.Of(note, after with { By = caller.Name }) })]);
        return (await store.Commit(changes, ct)).Ok ? Answer.Found(http, new Stored<Note>(note, before.Revision + 1, after)) : Answer.Stale;
    }

    static async Task<IResult> Messages(Caller caller, string id, IStore store, Unmasking unmasking, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (!await Exists(store, caller, id, ct)) return Answer.NotFound;
        var list = await store.All(Kinds.Message, caller.Practice, paging, ct, "contact", id);
        return TypedResults.Ok(await unmasking.Reads(caller, id, ct) ? list : list with { Items = [.. list.Items.Select(Masked.Of)] });
    }

    static async Task<IResult> Happened(Caller caller, string id, IStore store, Timeline timeline, Unmasking unmasking, [AsParameters] Paging paging, CancellationToken ct) =>
        await Exists(store, caller, id, ct) ? TypedResults.Ok(await timeline.Of(caller.Practice, id, await unmasking.Reads(caller, id, ct), paging, ct)) : Answer.NotFound;

    static async Task<bool> Exists(IStore store, Caller caller, string id, CancellationToken ct) =>
        await store.Find(Kinds.Contact, caller.Practice, id, ct) is not null;
}
