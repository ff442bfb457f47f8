using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Events;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>What an event from another system says about one record, and how it is written back with our ids in it.</summary>
sealed class Reported
{
    readonly PracticeEvent _event;
    readonly JsonObject _data;
    readonly JsonObject _said;
    readonly string _root;

    Reported(PracticeEvent e, JsonObject data, JsonObject said, string root) => (_event, _data, _said, _root) = (e, data, said, root);

    /// <returns>Null when the event says nothing about such a record.</returns>
    public static Reported? In(PracticeEvent e, string root) =>
        e.Data.ValueKind is JsonValueKind.Object && JsonNode.Parse(e.Data.GetRawText()) is JsonObject data && data[root] is JsonObject said ? new(e, data, said, root) : null;

    /// <summary>What the product wrote itself is in the record already, perhaps with later changes.</summary>
    public static bool IsOwn(PracticeEvent e) => e.Source is "api" or "workflow" or "intake" or "dates";

    public string? Text(string name) => _said[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    public decimal? Number(string name) => _said[name] is JsonValue value
        ? value.TryGetValue(out decimal number) ? number : Text(name) is { } text && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null : null;

    /// <summary>A day begins at its midnight in the zone.</summary>
    public DateTimeOffset? At(string name, string zone) => Moment.TryParse(Text(name), out var moment) ? moment.Instant ?? Zones.At(moment.DayIn(zone), TimeOnly.MinValue, zone) : null;

    /// <summary>The word that a stored status has for what was said; null when there is none.</summary>
    public T? Word<T>(string name) where T : struct, Enum =>
        Text(name) is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(text[0]) ? known : null;

    /// <summary>The event with the record in it: its facts and our id count, what only the event said stays.</summary>
    public PracticeEvent With(JsonObject facts)
    {
        foreach (var (name, value) in facts.ToList()) _said[name] = value?.DeepClone();
        _data[_root] = _said;
        return _event with { Data = JsonSerializer.SerializeToElement(_data) };
    }
}
