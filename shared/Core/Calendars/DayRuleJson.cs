using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Reads a <see cref="DayRule"/> from the config of a trigger: <c>{"when":"before","days":7,"at":"08:00"}</c>.</summary>
public static class DayRuleJson
{
    public const int MostDays = 365;
    static readonly TimeOnly morning = new(8, 0);

    /// <param name="side">For a trigger whose form does not ask: without <c>when</c> it is this one.</param>
    public static bool TryRead(JsonElement json, DaySide? side, [NotNullWhen(true)] out DayRule? rule, [NotNullWhen(false)] out Misread? error)
    {
        (rule, error) = (null, null);
        if (Text(json, "when") is { } word) side = word switch { "before" => DaySide.Before, "on" => DaySide.On, "after" => DaySide.After, _ => null };
        if (side is null) error = new("/when", "Say when: before, on or after the day.");
        else if (Whole(json, "days") is not { } days) error = new("/days", "Say how many days: 0 to 365.");
        else if (Text(json, "at") is { } clock && !ClockTimes.TryParse(clock, out _)) error = new("/at", "Say at what time, like 08:00.");
        else rule = new(side.Value, side is DaySide.On ? 0 : days, Text(json, "at") is { } at && ClockTimes.TryParse(at, out var time) ? time : morning);
        return rule is not null;
    }

    static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <returns>Null when it is no such number; 0 when it is not filled in.</returns>
    static int? Whole(JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return 0;
        var known = value.ValueKind is JsonValueKind.Number ? value.TryGetInt32(out var number)
            : int.TryParse(value.ValueKind is JsonValueKind.String ? value.GetString() : null, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return known && number is >= 0 and <= MostDays ? number : null;
    }
}
