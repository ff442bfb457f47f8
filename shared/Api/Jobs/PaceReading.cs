using System.Text.Json;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Jobs;

/// <summary>Reads how fast a job is to go, and whom it is about; what is wrong is refused by its place.</summary>
static class PaceReading
{
    const int MostInBatch = 10_000, MostNamed = 10_000;

    public static JobPace Read(int? batch, string? every, JsonElement? hours)
    {
        if (batch is < 1 or > MostInBatch) throw Bad("batch", "1 to 10,000.");
        if (every is not null && (!Durations.TryParse(every, out var length) || length.IsNegative || length.IsZero)) throw Bad("every", "An ISO 8601 duration such as PT1H.");
        if (batch is null != every is null) throw Bad(batch is null ? "batch" : "every", "A batch needs to know how often, and how often needs a batch.");
        if (hours is not { } window) return new(batch, every);
        if (!WindowJson.TryRead(window, out var read, out var error)) throw Bad("hours", error.Message);
        if (Core.Calendars.Windows.NextOpen(DateTimeOffset.UnixEpoch, read, "UTC") is null) throw Bad("hours", "These hours never come.");
        return new(batch, every, window);
    }

    /// <summary>Each once, in the order given.</summary>
    public static IReadOnlyList<string> Named(string field, IReadOnlyList<string> ids)
    {
        if (ids.Count is 0 or > MostNamed) throw Bad(field, "1 to 10,000 ids.");
        if (ids.Any(string.IsNullOrWhiteSpace)) throw Bad(field, "An id is empty.");
        return [.. ids.Distinct(StringComparer.Ordinal)];
    }

    public static RefusedException Bad(string field, string message) => new(Refusal.Invalid(field, message));
}
