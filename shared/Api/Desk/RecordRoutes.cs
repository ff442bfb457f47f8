using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Auditing;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>The five routes of a <see cref="RecordTable{T}"/>.</summary>
static class RecordRoutes
{
    const int Tries = 5;
    const string Elsewhere = "UTC";

    public static void Map<T, TFields>(IEndpointRouteBuilder api, RecordTable<T> table) where T : class where TFields : class
    {
        var routes = api.MapGroup(table.Path).WithTags(table.Tag);
        routes.MapGet("", (HttpContext http, Caller caller, IStore store, Unmasking unmasking, string? contactId, [AsParameters] Paging paging, CancellationToken ct) =>
            List(http, caller, store, unmasking, table, contactId, paging, ct)).Needs(table.Read).Answers<Listed<T>>();
        routes.MapPost("", (HttpContext http, Caller caller, Body<TFields> body, string? notify, IStore store, IIdSource ids, PracticeBook practices, Departures departures, TimeProvider clock, CancellationToken ct) =>
            Create(http, caller, body, notify, table, store, ids, practices, departures, clock, ct)).Needs(table.Write).Answers<T>(StatusCodes.Status201Created);
        routes.MapGet("/{id}", async (HttpContext http, Caller caller, string id, IStore store, Unmasking unmasking, CancellationToken ct) =>
            Answer.Found(http, await store.Find(table.Kind, caller.Practice, id, ct) is { } found ? (await Seen(caller, unmasking, table, [found], ct))[0] : null)).Needs(table.Read).Answers<T>();
        routes.MapPatch("/{id}", (HttpContext http, Caller caller, string id, IfMatch match, Body<TFields> body, string? notify, IStore store, IIdSource ids, PracticeBook practices, Departures departures, TimeProvider clock, CancellationToken ct) =>
            Change(http, caller, id, match, body, notify, table, store, ids, practices, departures, clock, ct)).Needs(table.Write).Answers<T>();
        routes.MapDelete("/{id}", (Caller caller, string id, IfMatch match, string? replaceWith, IStore store, IIdSource ids, Departures departures, Replacing replacing, TimeProvider clock, CancellationToken ct) =>
            Delete(caller, id, match, replaceWith, table, store, ids, departures, replacing, clock, ct)).Needs(table.Write).AnswersNothing();
    }

    static async Task<IResult> List<T>(HttpContext http, Caller caller, IStore store, Unmasking unmasking, RecordTable<T> table, string? contactId, Paging paging, CancellationToken ct) where T : class
    {
        var index = contactId is null ? null : "contact";
        var list = table.Filter(http.Request) is { } keep
            ? await store.Where(table.Kind, caller.Practice, paging, keep, ct, index, contactId)
            : await store.All(table.Kind, caller.Practice, paging, ct, index, contactId);
        return TypedResults.Ok(list with { Items = [.. await Seen(caller, unmasking, table, [.. list.Items], ct)] });
    }

    static async Task<Stored<T>[]> Seen<T>(Caller caller, Unmasking unmasking, RecordTable<T> table, Stored<T>[] records, CancellationToken ct) where T : class
    {
        if (table.Masked is not { } mask) return records;
        Stored<T>[] masked = [.. records.Select(record => record with { Body = mask(record.Body) })];
        // Where nothing was masked, nothing was read that is to be written down.
        return masked.SequenceEqual(records) || await unmasking.ReadsAll(caller, table.Path[1..], ct) ? records : masked;
    }

    static async Task<IResult> Create<T, TFields>(HttpContext http, Caller caller, Body<TFields> body, string? notify, RecordTable<T> table, IStore store, IIdSource ids, PracticeBook practices, Departures departures, TimeProvider clock, CancellationToken ct)
        where T : class where TFields : class
    {
        if (table.Required.FirstOrDefault(name => !body.Has(name) || Empty(body.Raw.GetProperty(name))) is { } missing) return new ProblemResult(Refusal.Required(missing));
        var now = clock.GetUtcNow();
        var writing = await How(body, notify, practices, caller.Practice, now, ct);
        var record = table.Settle(null, Overlay.New<T, TFields>(body, table.Given(now), writing.Zone), writing);
        if (await table.Refuse(store, caller.Practice, record, ct) is { } refusal) return new ProblemResult(refusal);
        var id = ids.New(table.Kind.Prefix);
        var changes = new ChangeSet(caller.Practice).Put(table.Kind, id, record, 0).Raise(ids, now, table.ContactOf(record), table.Events(id, null, record).Unless(notify));
        if (table.IsSetup) changes.Audited(ids, caller.At(clock), $"{table.Kind.Name}.created", id, after: table.NamedAs(id, record)?.Name);
        // A key that was used before may be used again.
        if (table.NamedAs(id, record) is { } named) await departures.Return(changes, caller.Practice, named.Kind, named.Id, ct);
        return (await store.Commit(changes, ct)).Ok
            ? Answer.Created(http, $"/api{table.Path}/{id}", 1, new Stored<T>(id, 1, record))
            : ProblemResult.Of(table.Taken);
    }

    static async Task<IResult> Change<T, TFields>(
        HttpContext http, Caller caller, string id, IfMatch match, Body<TFields> body, string? notify, RecordTable<T> table, IStore store, IIdSource ids, PracticeBook practices, Departures departures, TimeProvider clock, CancellationToken ct)
        where T : class where TFields : class
    {
        if (table.Required.FirstOrDefault(name => body.Has(name) && Empty(body.Raw.GetProperty(name))) is { } missing) return new ProblemResult(Refusal.Required(missing));
        if (await store.Find(table.Kind, caller.Practice, id, ct) is not { } before) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        var now = clock.GetUtcNow();
        var writing = await How(body, notify, practices, caller.Practice, now, ct);
        var after = table.Settle(before.Body, Overlay.Onto(before.Body, body, writing.Zone), writing);
        if (await table.Refuse(store, caller.Practice, after, ct) is { } refusal) return new ProblemResult(refusal);
        var changes = new ChangeSet(caller.Practice).Put(table.Kind, id, after, before.Revision).Raise(ids, now, table.ContactOf(after), table.Events(id, before.Body, after).Unless(notify));
        if (table.IsSetup && Differing.Of(before.Body, after) is { Fields.Length: > 0 } what) changes.Audited(ids, caller.At(clock), $"{table.Kind.Name}.changed", id, what.Fields, what.Before, what.After);
        foreach (var lost in table.Loses(id, before.Body, after)) await departures.Leave(changes, caller.At(clock), lost, ct);
        if ((await store.Commit(changes, ct)).Ok) return Answer.Found(http, new Stored<T>(id, before.Revision + 1, after));
        // Either another writer or another record with the same unique value was in the way.
        return await store.Find(table.Kind, caller.Practice, id, ct) is { } current && current.Revision == before.Revision ? ProblemResult.Of(table.Taken) : Answer.Stale;
    }

    static async Task<Writing> How<TFields>(Body<TFields> body, string? notify, PracticeBook practices, string practice, DateTimeOffset now, CancellationToken ct) where TFields : class =>
        new(now, OrDay.In<TFields>() is [] ? Elsewhere : (await practices.Find(practice, ct))?.TimeZone ?? Elsewhere, Raising.IsQuiet(notify), body.Has);

    static bool Empty(JsonElement given) =>
        given.ValueKind is JsonValueKind.Null || (given.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(given.GetString()));

    /// <param name="replaceWith">What takes its place in drafts.</param>
    static async Task<IResult> Delete<T>(
        Caller caller, string id, IfMatch match, string? replaceWith, RecordTable<T> table, IStore store, IIdSource ids, Departures departures, Replacing replacing, TimeProvider clock, CancellationToken ct) where T : class
    {
        var by = caller.At(clock);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.Find(table.Kind, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
            if (!match.Fits(stored.Revision)) return Answer.Stale;
            if (table.Keep(stored.Body) is { } refusal) return new ProblemResult(refusal);
            var named = table.NamedAs(id, stored.Body);
            if (replaceWith is not null && (named is null || !await IsThere(table, store, caller.Practice, named, replaceWith, ct))) return new ProblemResult(Refusal.Query("replaceWith", $"another {table.Kind.Name} that is there."));
            var changes = new ChangeSet(caller.Practice).Delete(table.Kind, id, stored.Revision).Audited(ids, by, $"{table.Kind.Name}.deleted", id, before: named?.Name, after: replaceWith);
            if (named is not null) await departures.Leave(changes, by, named, ct);
            if (!(await store.Commit(changes, ct)).Ok) continue;
            if (replaceWith is not null) await replacing.InDrafts(by, named!.Kind, named.Id, replaceWith, ct);
            return TypedResults.NoContent();
        }
        return Answer.Stale;
    }

    /// <summary>By what workflows name it by: its id, or the key of fields and values.</summary>
    static async Task<bool> IsThere<T>(RecordTable<T> table, IStore store, string practice, Departed gone, string other, CancellationToken ct) where T : class =>
        other != gone.Id && (gone.Kind is "field" or "value" ? await store.FindBy(table.Kind, practice, "key", other, ct) : await store.Find(table.Kind, practice, other, ct)) is not null;
}
