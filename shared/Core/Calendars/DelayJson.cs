using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Reads a <see cref="DelayPlan"/>: <c>{"for":"P1D","at":"10:00","window":{…}}</c>; <c>at</c> and <c>window</c> may be
/// absent or null.</summary>
public static class DelayJson
{
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out DelayPlan? plan, [NotNullWhen(false)] out Misread? error)
    {
        plan = null;
        error = null;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("for", out var length))
        {
            error = new("/for", "Say how long to wait.");
            return false;
        }
        if (length.ValueKind != JsonValueKind.String || !Durations.TryParse(length.GetString(), out var duration) || duration.IsNegative)
        {
            error = new("/for", "The waiting time must be a length like P1D (one day) or PT2H (two hours), at most ten years.");
            return false;
        }
        TimeOnly? at = null;
        if (IsGiven(json, "at", out var clock))
        {
            if (clock.ValueKind != JsonValueKind.String || !ClockTimes.TryParse(clock.GetString(), out var time))
            {
                error = new("/at", "The time of day must look like 10:00.");
                return false;
            }
            at = time;
        }
        Window? window = null;
        if (IsGiven(json, "window", out var hours) && !WindowJson.TryRead(hours, out window, out var wrong))
        {
            error = wrong.Under("/window");
            return false;
        }
        plan = new(length.GetString()!, at, window);
        return true;
    }

    static bool IsGiven(JsonElement json, string name, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
