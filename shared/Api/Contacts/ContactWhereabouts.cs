using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>In which time zones a contact may be. Nobody writes it; what is written is the contact's own zone.</summary>
/// <param name="Zones">A text goes out only while it is a good hour in all of them.</param>
/// <param name="From">What tells it: <c>contact address phone practice</c>.</param>
/// <param name="Words">When texts to the contact go out; null when a guardian receives them.</param>
public sealed record ContactWhereabouts(ImmutableArray<string> Zones, ZoneSource From, string? State, string? Words)
{
    internal const string Name = "whereabouts";

    /// <summary>A contact as it is answered wherever one is: with where it may be beside it.</summary>
    internal static async Task<IResult> Answered(HttpContext http, IStore store, string practiceId, Stored<Contact> stored, DateTimeOffset now, CancellationToken ct) =>
        await store.Find(Kinds.Practice, practiceId, practiceId, ct) is { } practice
            ? Answer.Tagged(http, stored.Revision, Beside(stored, practice.Body, now)) : Answer.Found(http, stored);

    static JsonObject Beside(Stored<Contact> stored, Practice practice, DateTimeOffset now)
    {
        var (contact, where) = (stored.Body, Whereabouts.Of(stored.Body, practice, now));
        var shown = JsonSerializer.SerializeToNode(stored, ApiJson.Options)!.AsObject();
        shown[Name] = JsonSerializer.SerializeToNode(
            new ContactWhereabouts(where.Zones, where.From, where.State, contact.GuardianId is null ? TextHoursWords.Of(practice, null, contact, now) : null), ApiJson.Options);
        return shown;
    }
}
