using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Is it a good time? Pause dates hold every action; the workflow's window holds messages; texts also keep the
/// hours in which a phone may ring where the contact is.</summary>
public static class Timing
{
    /// <summary>Inside the 08:00 to 21:00 that US law allows, with a margin for states that are stricter.</summary>
    public static readonly OpenHours DefaultTextHours = new(new TimeOnly(9, 0), new TimeOnly(20, 0));

    /// <summary>Until when a message is worth sending: while its reminder is fresh, and no longer than its step says.</summary>
    /// <param name="config">The step's; <c>expiresAfter</c> (ISO 8601) counts from the moment the message is due.</param>
    public static DateTimeOffset? FreshUntil(Enrollment enrollment, JsonElement config, DateTimeOffset now)
    {
        if (config.ValueKind is not JsonValueKind.Object || !config.TryGetProperty("expiresAfter", out var text) || text.ValueKind is not JsonValueKind.String
            || !Durations.TryParse(text.GetString(), out var length)) return enrollment.FreshUntil;
        var expires = Durations.Add(enrollment.SendingSince ?? now, length, enrollment.Zone);
        return enrollment.FreshUntil < expires ? enrollment.FreshUntil : expires;
    }

    /// <summary>Holds are counted from now; the latest wins, and is looked at again when it comes.</summary>
    /// <param name="channel">Null for actions that message nobody.</param>
    /// <param name="contactZone">Where the phone is.</param>
    public static Outcome? Refuse(WorkflowSettings settings, Practice practice, Enrollment enrollment, string? channel, string contactZone, DateTimeOffset now)
    {
        var paused = PauseDates.Resume(now, settings.PauseDates, enrollment.Zone);
        var (code, until) = paused > now ? ("held.pauseDates", paused) : ("", now);
        if (channel is not null)
        {
            // A stale reminder is dropped even when the door is open: the host may have been away.
            if (enrollment.FreshUntil < now) return new Outcome.Skipped("message.expired");
            for (var round = 0; round < 3; round++)
            {
                if (settings.Window is { } window)
                {
                    if (Core.Calendars.Windows.NextOpen(until, window, enrollment.Zone) is not { } open) return new Outcome.Failed("window.neverOpens", false);
                    if (open > until) (code, until) = ("held.window", open);
                }
                if (channel == "sms" && Core.Calendars.Windows.NextOpen(until, EveryDay(practice.TextHours ?? DefaultTextHours), contactZone) is { } ring && ring > until)
                    (code, until) = ("held.quietHours", ring);
            }
            if (until > now && enrollment.FreshUntil < until) return new Outcome.Skipped("message.expired");
        }
        return until > now ? new Outcome.Held(code, until) : null;
    }

    static Window EveryDay(OpenHours hours) => Days.GetOrAdd(hours, static h =>
        new(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(h))));

    static readonly System.Collections.Concurrent.ConcurrentDictionary<OpenHours, Window> Days = new();
}
