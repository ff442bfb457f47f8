using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Locating;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Is it a good time? Pause dates hold every action; the workflow's window holds messages; texts also keep the
/// hours in which a phone may ring wherever the contact may be, by the practice's rule and the state's, and the practice's holidays, which advertising keeps on every channel.</summary>
/// <remarks>A care message that would be stale after the holiday (the reminder of a visit the day after) goes on the holiday,
/// within the hours of texting.</remarks>
public static class Timing
{
    const string Holiday = "held.holiday", QuietHours = "held.quietHours", ClosedWindow = "held.window", NeverOpens = "window.neverOpens", NeverRings = "textHours.neverOpen", Apart = "textHours.apart";
    // More than all openings of a week and the holidays of a year: what has not met by then never does.
    const int Rounds = 200;

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
    /// <param name="recipient">Whose phone it is; null: nobody's, so that the practice's clock counts.</param>
    public static Outcome? Refuse(
        WorkflowSettings settings, Practice practice, Enrollment enrollment, string? channel, string? purpose, JsonElement config, Contact? recipient, DateTimeOffset now)
    {
        var paused = PauseDates.Resume(now, settings.PauseDates, enrollment.Zone);
        if (channel is null) return paused > now ? new Outcome.Held("held.pauseDates", paused) : null;
        // A stale reminder is dropped even when the door is open: the host may have been away.
        if (enrollment.FreshUntil < now) return new Outcome.Skipped("message.expired");

        ImmutableArray<PauseRange> holidays = channel == "sms" || purpose == "marketing" ? [.. practice.Holidays.Select(holiday => holiday.Range)] : [];
        var start = paused > now ? ("held.pauseDates", paused) : ("", now);
        var clock = ContactClock.Of(recipient, practice);
        var rings = channel == "sms" ? Rings.Of(practice, purpose, recipient, now) : Rings.None;
        if (Open(settings, rings, enrollment, clock, holidays, start) is not var (code, until))
        {
            // Settings that contradict each other are a failure; of a contact who may be in two places too far apart the rest of the workflow goes on.
            if (rings.Zones.Length > 1 && Open(settings, rings with { Zones = [clock] }, enrollment, clock, holidays, start) is not null) return new Outcome.Skipped(Apart);
            return new Outcome.Failed(rings.Windows.IsEmpty || Core.Calendars.Windows.Meet(rings.Windows) ? NeverOpens : NeverRings, false);
        }
        if (holidays.Length > 0 && purpose != "marketing" && enrollment.FreshUntil < until && Open(settings, rings, enrollment, clock, [], start) is { } sooner) (code, until) = sooner;
        if (until <= now) return null;
        if (enrollment.FreshUntil < until) return new Outcome.Skipped("message.expired");
        return code is Holiday or QuietHours or ClosedWindow && Text(config, "whenQuiet") == "drop" ? new Outcome.Skipped(code.Replace("held.", "dropped.", StringComparison.Ordinal)) : new Outcome.Held(code, until);
    }

    /// <returns>Until when a phone should not ring; null: it may now.</returns>
    public static DateTimeOffset? Quiet(Practice practice, string? purpose, Contact recipient, DateTimeOffset now) =>
        (Rings.Of(practice, purpose, recipient, now).Next(now) ?? DateTimeOffset.MaxValue) is var until && until > now ? until : null;

    /// <returns>Null: never.</returns>
    static (string Code, DateTimeOffset Until)? Open(
        WorkflowSettings settings, Rings rings, Enrollment enrollment, string clock, ImmutableArray<PauseRange> holidays, (string Code, DateTimeOffset Until) from)
    {
        var ((code, until), holiday) = (from, false);
        // What one rule puts off may fall into the hours of another.
        for (var round = 0; round < Rounds; round++)
        {
            var before = until;
            if (settings.Window is { } window)
            {
                if (Core.Calendars.Windows.NextOpen(until, window, enrollment.Zone) is not { } open) return null;
                if (open > until) (code, until) = (ClosedWindow, open);
            }
            if (rings.Next(until) is not { } ring) return null;
            if (ring > until) (code, until) = (QuietHours, ring);
            if (holidays.Length > 0 && PauseDates.Resume(until, holidays, clock) is var free && free > until) (until, holiday) = (free, true);
            // Of several reasons the one that takes a whole day is told.
            if (until == before) return (holiday ? Holiday : code, until);
        }
        return null;
    }

    /// <summary>Windows that must all be open, by every clock of the place where the phone may be.</summary>
    readonly record struct Rings(ImmutableArray<Window> Windows, ImmutableArray<string> Zones)
    {
        public static readonly Rings None = new([], []);

        public static Rings Of(Practice practice, string? purpose, Contact? recipient, DateTimeOffset now)
        {
            var where = recipient is null ? new([practice.TimeZone], ZoneSource.Practice, null) : Whereabouts.Of(recipient, practice, now);
            return new(RingingHours.Of(practice, purpose, where.State), where.Zones);
        }

        public DateTimeOffset? Next(DateTimeOffset from) => RingingHours.Next(from, Windows, Zones);
    }

    static string? Text(JsonElement config, string name) =>
        config.ValueKind is JsonValueKind.Object && config.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
