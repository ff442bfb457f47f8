using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>One line of a contact's story.</summary>
/// <param name="Kind"><c>event message note enrollment</c>.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Id, JsonElement Item);

/// <summary>Merges what happened to a contact from its sources, newest first.</summary>
sealed class Timeline(IStore store)
{
    static readonly (string Root, string Name)[] Names =
        [("tag", "name"), ("task", "title"), ("appointment", "title"), ("opportunity", "name"), ("link", "name"), ("form", "name")];
    static readonly Place[] Beginning = [new(null, 0, false), new(null, 0, false), new(null, 0, false), new(null, 0, false)];

    /// <param name="whole">Messages with their words.</param>
    public async Task<Listed<TimelineEntry>> Of(string practice, string contactId, bool whole, Paging paging, CancellationToken ct)
    {
        var limit = paging.Count();
        var places = Read(Cursor.Unwrap(paging.Cursor));
        Func<string?, Task<Part>>[] sources =
        [
            async at => await store.ListEvents(practice, null, contactId, null, limit, at, ct) is { } page
                ? new([.. page.Items.Select(e => Line(e.Event.At, "event", e.Event.Id, new { type = e.Event.Type, source = e.Event.Source, result = e.Result, name = Named(e.Event.Data) }))], page.Next) : default,
            async at => await Records(Kinds.Message, "message", m => m.At, at, m => whole ? m : Masked.Of(m)),
            async at => await Records(Kinds.Note, "note", n => n.CreatedAt, at),
            async at => await store.ListEnrollments(practice, new(ContactId: contactId, Limit: limit, Cursor: at), ct) is { } page
                ? new([.. page.Items.Select(e => Line(e.Enrollment.EnrolledAt, "enrollment", e.Enrollment.Id, new { workflowId = e.Enrollment.WorkflowId, status = e.Enrollment.Status, reason = e.Enrollment.Reason }))], page.Next) : default,
        ];

        var parts = new Part[sources.Length];
        for (var i = 0; i < sources.Length; i++) parts[i] = places[i].Done ? new([], null) : await sources[i](places[i].At);
        var taken = parts
            .SelectMany((part, source) => part.Lines.Skip(places[source].Skip).Select(line => (line, source)))
            .OrderByDescending(x => x.line.At).ThenByDescending(x => x.line.Id, StringComparer.Ordinal).Take(limit).ToList();
        for (var i = 0; i < sources.Length; i++) places[i] = places[i].After(parts[i], taken.Count(x => x.source == i));
        return new([.. taken.Select(x => x.line)], places.All(p => p.Done) ? null : Cursor.Wrap(JsonSerializer.Serialize(places)));

        async Task<Part> Records<T>(Kind<T> kind, string name, Func<T, DateTimeOffset> when, string? at, Func<T, T>? seen = null) where T : class
        {
            var page = await store.List(kind, practice, new(limit, at, "contact", contactId), ct);
            return new([.. page.Items.Select(r => Line(when(r.Body), name, r.Id, seen is null ? r.Body : seen(r.Body)))], page.Next);
        }
    }

    /// <summary>Which tag, task, link … an event is about: by its name, and never by what somebody wrote.</summary>
    static string? Named(JsonElement data) => Names.Select(at => FactLoader.TextIn(data, at.Root, at.Name)).FirstOrDefault(name => name is not null);

    static TimelineEntry Line(DateTimeOffset at, string kind, string id, object item) => new(at, kind, id, JsonSerializer.SerializeToElement(item, ApiJson.Options));

    static Place[] Read(string? cursor)
    {
        if (cursor is null) return [.. Beginning];
        try
        {
            if (JsonSerializer.Deserialize<Place[]>(cursor) is { } places && places.Length == Beginning.Length) return places;
        }
        catch (JsonException)
        {
            // A cursor of another list.
        }
        throw new RefusedException(new(Codes.CursorInvalid));
    }

    readonly record struct Part(IReadOnlyList<TimelineEntry> Lines, string? Next);

    /// <summary>How far one source was told: its page, and how many lines of that page.</summary>
    sealed record Place(string? At, int Skip, bool Done)
    {
        public Place After(Part part, int taken) =>
            Done || Skip + taken < part.Lines.Count ? this with { Skip = Skip + taken }
            : new(part.Next, 0, part.Next is null);
    }
}
