using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Events;

/// <summary>An event as it was kept, and what became of it.</summary>
/// <param name="Result">Null until it is routed; then <c>enrolled:1</c>, <c>signalled:2</c>, <c>unmatched:contact.unknown</c>, <c>refused:entry.already</c>, <c>stale</c>, <c>ignored</c>, <c>failed</c>.</param>
/// <param name="Data">Only when one event is asked for; private values only with <c>reveal=true</c>.</param>
public sealed record EventView(string Id, string Type, string Source, string SourceId, DateTimeOffset At, string? ContactId, string? Result, JsonElement? Data = null)
{
    public static EventView Of(StoredEvent e, bool whole = false) =>
        new(e.Event.Id, e.Event.Type, e.Event.Source, e.Event.SourceId, e.Event.At, e.Event.ContactId, e.Result, whole ? e.Event.Data : null);
}

/// <summary>What came in, and why it did nothing when it did nothing.</summary>
static class KeptEvents
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/events").WithTags("Events");
        routes.MapGet("", List).Needs(Scopes.Operate).Answers<Listed<EventView>>();
        routes.MapGet("/{id}", Find).Needs(Scopes.Operate).Answers<EventView>();
    }

    /// <param name="result"><c>unmatched</c> finds all of them, whatever the reason.</param>
    static async Task<IResult> List(Caller caller, IStore store, string? type, string? contactId, string? result, [AsParameters] Paging paging, CancellationToken ct)
    {
        var page = await store.ListEvents(caller.Practice, type, contactId, result, paging.Count(), Cursor.Unwrap(paging.Cursor), ct);
        return TypedResults.Ok(new Listed<EventView>([.. page.Items.Select(e => EventView.Of(e))], Cursor.Wrap(page.Next)));
    }

    static async Task<IResult> Find(Caller caller, string id, IStore store, Unmasking unmasking, EventMask mask, string? reveal, CancellationToken ct)
    {
        if (await store.FindEvent(caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        var view = EventView.Of(stored, whole: true);
        return TypedResults.Json(await unmasking.Asked(caller, reveal, id, null, ct) ? view : view with { Data = mask.Of(stored.Event) }, ApiJson.Options);
    }
}
