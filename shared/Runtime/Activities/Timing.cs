using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Is it a good time? Pause dates hold every action; the workflow's window holds messages; texts also keep the
/// hours in which a phone may ring where the contact is, by the practice's rule and the state's, and the practice's holidays, which advertising keeps on every channel.</summary>
/// <remarks>A care message that would be stale after the holiday (the reminder of a visit the day after) goes on the holiday,
/// within the hours of texting.</remarks>
public static class Timing
{
    /// <summary>Inside the 08:00 to 21:00 that US law allows, with a margin for states that are stricter.</summary>
    public static readonly OpenHours DefaultTextHours = new(new TimeOnly(9, 0), new TimeOnly(20, 0));

    const string Holiday = "held.holiday", QuietHours = "held.quietHours", ClosedWindow = "held.window";

    /// <summary>Until when a message is worth sending: while its reminder is fresh, and no longer than its step says.</summary>
    /// <param name="config">The step's; <c>expiresAfter</c> (ISO 8601) counts from the moment the message was due first.</param>
    public static DateTimeOffset? FreshUntil(Enrollment enrollment, JsonElement config, DateTimeOffset now)
    {
        if (Text(config, "expiresAfter") is not { } text || !Durations.TryParse(text, out var length)) return enrollment.FreshUntil;
        var due = (enrollment.Pending as Pending.Action)?.Since ?? enrollment.SendingSince ?? now;
        var expires = Durations.Add(due, length, enrollment.Zone);
        return enrollment.FreshUntil < expires ? enrollment.FreshUntil : expires;
    }

    /// <summary>Holds are counted from now; the latest wins, and is looked at again when it comes.</summary>
    /// <param name="channel">Null for actions that message nobody.</param>
    /// <param name="config">The step's; with <c>whenQuiet</c> <c>drop</c> a message does not wait for the morning.</param>
    /// <param name="contactZone">Where the phone is.</param>
    /// <param name="state">Whose law it is under, as somebody wrote it; null: not known.</param>
    public static Outcome? Refuse(
        WorkflowSettings settings, Practice practice, Enrollment enrollment, string? channel, string? purpose, JsonElement config, string contactZone, DateTimeOffset now, string? state = null)
    {
        var paused = PauseDates.Resume(now, settings.PauseDates, enrollment.Zone);
        if (channel is null) return paused > now ? new Outcome.Held("held.pauseDates", paused) : null;
        // A stale reminder is dropped even when the door is open: the host may have been away.
        if (enrollment.FreshUntil < now) return new Outcome.Skipped("message.expired");

        ImmutableArray<PauseRange> holidays = channel == "sms" || purpose == "marketing" ? [.. practice.Holidays.Select(holiday => holiday.Range)] : [];
        var start = paused > now ? ("held.pauseDates", paused) : ("", now);
        var rings = channel == "sms" ? Rings(practice, purpose, state) : [];
        if (Open(settings, rings, enrollment, contactZone, holidays, start) is not var (code, until)) return new Outcome.Failed("window.neverOpens", false);
        if (holidays.Length > 0 && purpose != "marketing" && enrollment.FreshUntil < until) (code, until) = Open(settings, rings, enrollment, contactZone, [], start)!.Value;
        if (until <= now) return null;
        if (enrollment.FreshUntil < until) return new Outcome.Skipped("message.expired");
        return code is Holiday or QuietHours or ClosedWindow && Text(config, "whenQuiet") == "drop" ? new Outcome.Skipped(code.Replace("held.", "dropped.", StringComparison.Ordinal)) : new Outcome.Held(code, until);
    }

    /// <returns>Null: never.</returns>
    static (string Code, DateTimeOffset Until)? Open(
        WorkflowSettings settings, ImmutableArray<Window> rings, Enrollment enrollment, string contactZone, ImmutableArray<PauseRange> holidays, (string Code, DateTimeOffset Until) from)
    {
        var ((code, until), holiday) = (from, false);
        // What one rule puts off may fall into the hours of another.
        for (var round = 0; round < 8; round++)
        {
            var before = until;
            if (settings.Window is { } window)
            {
                if (Core.Calendars.Windows.NextOpen(until, window, enrollment.Zone) is not { } open) return null;
                if (open > until) (code, until) = (ClosedWindow, open);
            }
            foreach (var hours in rings)
                if (Core.Calendars.Windows.NextOpen(until, hours, contactZone) is { } ring && ring > until) (code, until) = (QuietHours, ring);
            if (holidays.Length > 0 && PauseDates.Resume(until, holidays, contactZone) is var free && free > until) (until, holiday) = (free, true);
            if (until == before) break;
        }
        // Of several reasons the one that takes a whole day is told.
        return (holiday ? Holiday : code, until);
    }

    /// <summary>The hours in which a phone may ring: the practice's, and those of the contact's state.</summary>
    static ImmutableArray<Window> Rings(Practice practice, string? purpose, string? state)
    {
        var own = practice.TextWindow ?? EveryDay(practice.TextHours ?? DefaultTextHours);
        return practice.StateHours.IsEmpty || UsStates.Code(state) is not { } code ? [own]
            : [own, .. practice.StateHours.Where(hours => hours.State == code && (purpose == "marketing" || !hours.MarketingOnly)).Select(hours => hours.Window)];
    }

    static string? Text(JsonElement config, string name) =>
        config.ValueKind is JsonValueKind.Object && config.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    static Window EveryDay(OpenHours hours) => Days.GetOrAdd(hours, static h =>
        new(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(h))));

    static readonly System.Collections.Concurrent.ConcurrentDictionary<OpenHours, Window> Days = new();
}
