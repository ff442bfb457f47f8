using System.Collections.Concurrent;
using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The hours in which a phone may ring: the practice's, and those of the contact's state. Several rows of one state say
/// together when it may be: each adds hours to the others.</summary>
public static class RingingHours
{
    /// <summary>Inside the 08:00 to 21:00 that US law allows, with a margin for states that are stricter.</summary>
    public static readonly OpenHours Default = new(new TimeOnly(9, 0), new TimeOnly(20, 0));

    /// <returns>Windows that must all be open.</returns>
    public static ImmutableArray<Window> Of(Practice practice, string? purpose, string? state)
    {
        var own = practice.TextWindow ?? EveryDay(practice.TextHours ?? Default);
        if (practice.StateHours.IsEmpty || UsStates.Code(state) is not { } code) return [own];
        return [own, .. practice.StateHours.Where(hours => hours.State == code && (purpose == "marketing" || !hours.MarketingOnly))
            .GroupBy(hours => hours.MarketingOnly).Select(rows => Core.Calendars.Windows.Join([.. rows.Select(row => row.Window)]))];
    }

    /// <returns>The first row of a state to which, with the practice's hours, no text could ever go; null: there is none.</returns>
    public static int? Closed(Practice practice)
    {
        foreach (var (at, row) in practice.StateHours.Index())
            if (!Core.Calendars.Windows.Meet(Of(practice, row.MarketingOnly ? "marketing" : "care", row.State))) return at;
        return null;
    }

    /// <summary>A week, and once more for a change of the clocks.</summary>
    static readonly TimeSpan Horizon = TimeSpan.FromDays(15);

    /// <summary>The first moment from then on at which all windows are open by every clock.</summary>
    /// <returns>Null: there is none that is worth waiting for. Clocks half a day apart may meet again when one of them is changed, months later.</returns>
    public static DateTimeOffset? Next(DateTimeOffset from, ImmutableArray<Window> windows, ImmutableArray<string> zones)
    {
        var (at, before) = (from, DateTimeOffset.MinValue);
        // What one of them puts off may fall where another is closed.
        while (at != before)
        {
            before = at;
            foreach (var zone in zones)
                foreach (var window in windows)
                {
                    if (Core.Calendars.Windows.NextOpen(at, window, zone) is not { } open || open > from + Horizon) return null;
                    at = open;
                }
        }
        return at;
    }

    static Window EveryDay(OpenHours hours) => Days.GetOrAdd(hours, static h =>
        new(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(h))));

    static readonly ConcurrentDictionary<OpenHours, Window> Days = new();
}
