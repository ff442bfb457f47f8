using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using NodaTime;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Reads the rules of a whole workflow.</summary>
internal static class SettingsReader
{
    const int MaxPauses = 15;
    const int MaxPauseDays = 15;

    public static WorkflowSettings Read(JsonPart part)
    {
        part.Speaker = "The workflow's settings:";
        var normal = WorkflowSettings.Default;
        var settings = new WorkflowSettings(
            part.Word("reentry", Words.Reentry, normal.Reentry),
            part.Word("scope", Words.Scope, normal.Scope),
            part.Flag("stopOnReply", normal.StopOnReply),
            ReadZone(part),
            part.Window("window"),
            ReadPauses(part),
            ReadSender(part),
            part.Word("onNewVersion", Words.InFlight, normal.OnNewVersion)) { AllowPrivate = [.. part.Texts("allowPrivate", ["sms", "web", "marketing"]).Distinct(StringComparer.Ordinal)] };
        part.RestIsUnknown();
        return settings;
    }

    static string ReadZone(JsonPart part)
    {
        var zone = part.Text("timeZone") ?? WorkflowSettings.Default.TimeZone;
        if (zone is "contact" or "practice" || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null) return zone;
        part.Report(ReadingCodes.BadZone, "timeZone", $"“{zone}” is not a known time zone.");
        return WorkflowSettings.Default.TimeZone;
    }

    static Sender ReadSender(JsonPart part)
    {
        if (part.Object("sender") is not { } json) return WorkflowSettings.Default.Sender;
        var sender = new Sender(json.Text("name"), json.Text("email"), json.Text("phone"));
        json.RestIsUnknown();
        return sender;
    }

    static ImmutableArray<PauseRange> ReadPauses(JsonPart part)
    {
        var pauses = ImmutableArray.CreateBuilder<PauseRange>();
        var items = part.Items("pauseDates", 366);
        if (items.Count > MaxPauses) part.Report(ReadingCodes.TooManyPauseDates, "pauseDates", "at most 15 pause dates are allowed.");
        foreach (var item in items)
        {
            var (from, to, yearly) = (item.Date("from"), item.Date("to"), item.Flag("yearly", false));
            item.RestIsUnknown();
            if (from is not { } first || to is not { } last) continue;
            var pause = new PauseRange(first, last, yearly);
            if (last < first)
            {
                item.Report(ReadingCodes.BadDate, "to", $"a pause ends on {last:yyyy-MM-dd}, before it begins on {first:yyyy-MM-dd}.");
                continue;
            }
            if (last.DayNumber - first.DayNumber >= MaxPauseDays) item.Report(ReadingCodes.PauseTooLong, null, $"the pause from {first:yyyy-MM-dd} lasts longer than 15 days.");
            if (pauses.Any(other => Overlap(other, pause))) item.Report(ReadingCodes.PauseOverlap, null, $"the pause from {first:yyyy-MM-dd} overlaps another one.");
            pauses.Add(pause);
        }
        return pauses.ToImmutable();
    }

    /// <summary>A yearly pause is compared in the other's years; a year to either side covers pauses around New Year.</summary>
    static bool Overlap(PauseRange a, PauseRange b)
    {
        if (!a.Yearly && !b.Yearly) return Touch(a.From, a.To, b.From, b.To);
        var (yearly, other) = a.Yearly ? (a, b) : (b, a);
        for (var shift = other.From.Year - yearly.From.Year - 1; shift <= other.From.Year - yearly.From.Year + 1; shift++)
            if (yearly.From.Year + shift is > 0 and < 9999 && yearly.To.Year + shift is > 0 and < 9999
                && Touch(yearly.From.AddYears(shift), yearly.To.AddYears(shift), other.From, other.To)) return true;
        return false;
    }

    static bool Touch(DateOnly from, DateOnly to, DateOnly otherFrom, DateOnly otherTo) => from <= otherTo && otherFrom <= to;
}
