using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Events;

/// <summary>Something that a write through the API means: an event's type and its facts by root.</summary>
public sealed record Happening(string Type, object Data);

/// <summary>Raises events in the same commit as the write that they tell of. Source <c>api</c> says that the records are
/// written already, so routing has none to make.</summary>
static class Raising
{
    public const string Source = "api";

    /// <summary>Of a write with <c>?notify=false</c> no workflow hears: a list that is imported greets nobody.</summary>
    public static IEnumerable<Happening> Unless(this IEnumerable<Happening> happenings, string? notify) =>
        IsQuiet(notify) ? [] : happenings;

    public static bool IsQuiet(string? notify) => notify is not null && !Query.Flag("notify", notify);

    public static ChangeSet Raise(this ChangeSet changes, IIdSource ids, DateTimeOffset now, string? contactId, IEnumerable<Happening> happenings)
    {
        foreach (var happening in happenings)
        {
            var id = ids.New("evt");
            changes.Add(new Change.Accept(new PracticeEvent(
                id, changes.Practice, Source, id, happening.Type, now, contactId, JsonSerializer.SerializeToElement(happening.Data, ApiJson.Options))));
        }
        return changes;
    }
}
