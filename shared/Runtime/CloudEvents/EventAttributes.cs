using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Runtime.CloudEvents;

/// <summary>One event read from its attributes, or the flaws in them: all of them, so that a sender mends them in one go.</summary>
sealed partial class EventAttributes
{
    const int LongestAttribute = 1024;

    readonly ImmutableArray<CloudEventFlaw>.Builder flaws = ImmutableArray.CreateBuilder<CloudEventFlaw>();
    readonly string place;

    EventAttributes(string place) => this.place = place;

    public CloudEvent? Event { get; private set; }
    public ImmutableArray<CloudEventFlaw> Flaws => flaws.ToImmutable();

    public static EventAttributes OfJson(JsonElement item, string place)
    {
        var read = new EventAttributes(place);
        if (item.ValueKind != JsonValueKind.Object) read.Flaw("", CloudEventCodes.Item, $"This is {JsonBody.Kind(item)}, not an event.");
        else read.Take(name => read.Text(item, name), read.Data(item));
        return read;
    }

    public static EventAttributes OfHeaders(HookCall call, JsonElement data)
    {
        var read = new EventAttributes("");
        // Header values are percent-encoded where they are not plain ASCII.
        read.Take(name => call.Header($"ce-{name}") is { } value ? Uri.UnescapeDataString(value) : null, read.Object(data));
        return read;
    }

    void Take(Func<string, string?> attribute, JsonElement? data)
    {
        var version = Required(attribute, "specversion");
        if (version is not (null or "1.0")) Flaw("/specversion", CloudEventCodes.Version, "Only CloudEvents 1.0 are read.");
        var (id, source, type) = (Required(attribute, "id"), Required(attribute, "source"), Required(attribute, "type"));
        if (source is not null && !Uri.TryCreate(source, UriKind.RelativeOrAbsolute, out _)) Flaw("/source", CloudEventCodes.Attribute, "The source is not a URI reference.");
        var (time, subject) = (Time(attribute("time")), attribute("subject"));
        if (subject is { Length: > LongestAttribute }) TooLong("subject");
        var (practice, eventId) = (attribute("practice"), attribute("eventid"));
        if (flaws.Count == 0) Event = new(id!, source!, type!, time, string.IsNullOrEmpty(subject) ? null : subject, data!.Value, practice, eventId);
    }

    string? Required(Func<string, string?> attribute, string name)
    {
        var before = flaws.Count;
        var value = attribute(name);
        if (value is { Length: > LongestAttribute }) TooLong(name);
        // An attribute of the wrong type has been complained about already.
        else if (string.IsNullOrWhiteSpace(value) && flaws.Count == before) Flaw($"/{name}", CloudEventCodes.Missing, $"The event has no {name}.");
        return value;
    }

    string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        // A sender may have an extension of its own under these names, of any type.
        if (name is "practice" or "eventid") return null;
        Flaw($"/{name}", CloudEventCodes.Attribute, $"The {name} is {JsonBody.Kind(value)}; a text is wanted.");
        return null;
    }

    DateTimeOffset? Time(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        Flaw("/time", CloudEventCodes.Time, "The time is not RFC 3339 with an offset, such as 2026-08-03T12:00:00Z.");
        return null;
    }

    JsonElement? Data(JsonElement item)
    {
        if (item.TryGetProperty("data_base64", out _))
        {
            Flaw("/data_base64", CloudEventCodes.Binary, "Binary data is not read; send a JSON object as data.");
            return null;
        }
        return item.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null ? Object(data) : JsonSerializer.SerializeToElement(new object());
    }

    JsonElement? Object(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Object) return data;
        Flaw("/data", CloudEventCodes.Data, $"The data is {JsonBody.Kind(data)}; an object is wanted.");
        return null;
    }

    void TooLong(string name) => Flaw($"/{name}", CloudEventCodes.Attribute, $"The {name} is longer than {LongestAttribute} characters.");

    void Flaw(string pointer, string code, string message) => flaws.Add(new(place + pointer, code, message));

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
