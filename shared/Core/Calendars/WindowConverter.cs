using System.Text.Json;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Windows in records are written as in definitions: <c>{"hours":{"mon":[["09:00","12:00"]]}}</c>.</summary>
public sealed class WindowConverter : JsonConverter<Window>
{
    public override Window? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return WindowJson.TryRead(json.RootElement, out var window, out var problem) ? window : throw new JsonException(problem?.Message ?? "This is not a window.");
    }

    public override void Write(Utf8JsonWriter writer, Window value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("hours");
        foreach (var (day, stretches) in value.Hours.OrderBy(pair => Weekdays.Place(pair.Key)))
        {
            writer.WriteStartArray(Weekdays.Name(day));
            foreach (var stretch in stretches)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(ClockTimes.Write(stretch.From));
                writer.WriteStringValue(ClockTimes.Write(stretch.To));
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
