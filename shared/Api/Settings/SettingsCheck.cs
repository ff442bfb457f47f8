using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>What may be wrong with a practice's settings, with a pointer to it.</summary>
static class SettingsCheck
{
    const int MostHolidays = 100, MostCaps = 20, MostStates = 100, MostWords = 50, LongestWord = 40, LongestText = 320;

    /// <returns>Null: nothing is.</returns>
    public static Refusal? Of(PracticeSettings wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Name)) return Refusal.Required("name");
        if (wish.TimeZone is null) return Refusal.Required("timeZone");
        if (!Zones.IsKnown(wish.TimeZone)) return Refusal.Invalid("timeZone", "This is not an IANA time zone.");
        foreach (var (name, page) in new[] { ("invoice", wish.Pages?.Invoice), ("document", wish.Pages?.Document), ("review", wish.Pages?.Review), ("feedback", wish.Pages?.Feedback) })
            if (page is not null && !WebPage.Is(page)) return Refusal.Invalid("pages/" + name, WebPage.Expected);
        if (wish.TextWindow is { } window && Core.Calendars.Windows.NextOpen(DateTimeOffset.UnixEpoch, window, wish.TimeZone) is null) return Refusal.Invalid("textWindow", "It never opens.");
        if (wish.OptOutNoticeDays is < 1 or > 60) return Refusal.Invalid("optOutNoticeDays", "From 1 to 60 days.");
        return Holidays(wish) ?? Caps(wish) ?? Courtesies(wish.Courtesies) ?? Words(wish) ?? States(wish);
    }

    static Refusal? Holidays(PracticeSettings wish)
    {
        if (wish.Holidays is not { } holidays) return null;
        if (holidays.Length > MostHolidays) return Refusal.Invalid("holidays", $"At most {MostHolidays}.");
        foreach (var (at, day) in holidays.Index())
        {
            if (day.First is not { } first) return Refusal.Required($"holidays/{at}/date");
            if (day is { Date: not null, From: not null } or { Date: not null, To: not null }) return Refusal.Invalid($"holidays/{at}", "Either date, or from and to.");
            if (day.To < first && !day.Yearly) return Refusal.Invalid($"holidays/{at}/to", "The last day comes before the first.");
            if (day.To is { } last && last.DayNumber - first.DayNumber > 60) return Refusal.Invalid($"holidays/{at}/to", "At most 60 days.");
            if (day.Name?.Length > 100) return Refusal.Invalid($"holidays/{at}/name", "At most 100 characters.");
        }
        return null;
    }

    static Refusal? States(PracticeSettings wish)
    {
        if (wish.StateHours is not { } states) return null;
        if (states.Length > MostStates) return Refusal.Invalid("stateHours", $"At most {MostStates}.");
        foreach (var (at, hours) in states.Index())
        {
            if (hours.State is null) return Refusal.Required($"stateHours/{at}/state");
            if (UsStates.Code(hours.State) is null) return Refusal.Invalid($"stateHours/{at}/state", "A state of the USA, such as FL.");
            if (hours.From is null) return Refusal.Required($"stateHours/{at}/from");
            if (hours.To is null) return Refusal.Required($"stateHours/{at}/to");
            if (hours.From >= hours.To) return Refusal.Invalid($"stateHours/{at}/to", "It must end later than it begins, on the same day.");
            if (hours.Days is { } days && (days.IsEmpty || days.Any(day => !Weekdays.Names.Contains(day)))) return Refusal.Invalid($"stateHours/{at}/days", "Of mon, tue, wed, thu, fri, sat, sun.");
        }
        return RingingHours.Closed(wish.Onto(new Practice { Name = wish.Name!, TimeZone = wish.TimeZone! })) is { } row
            ? Refusal.Invalid($"stateHours/{row}", "With the practice's hours for texts none are left, so no text could ever go.") : null;
    }

    static Refusal? Caps(PracticeSettings wish)
    {
        if (wish.Caps is not { } caps) return null;
        if (caps.Length > MostCaps) return Refusal.Invalid("caps", $"At most {MostCaps}.");
        foreach (var (at, cap) in caps.Index())
        {
            if (cap.Channel is not (null or "sms" or "email" or "any")) return Refusal.Invalid($"caps/{at}/channel", "One of sms, email, any.");
            if (cap.Count is null) return Refusal.Required($"caps/{at}/count");
            if (cap.Count is < 0 or > 100) return Refusal.Invalid($"caps/{at}/count", "From 0 to 100.");
            if (cap.Per is null) return Refusal.Required($"caps/{at}/per");
            if (!IsSpan(cap.Per)) return Refusal.Invalid($"caps/{at}/per", "A length like P1D or P7D, from PT1H to P90D.");
            if (cap.Over is not (null or "drop" or "hold")) return Refusal.Invalid($"caps/{at}/over", "One of drop, hold.");
        }
        return null;
    }

    static bool IsSpan(string per)
    {
        if (per.StartsWith('-') || !Durations.TryParse(per, out var length)) return false;
        var span = Durations.Add(DateTimeOffset.UnixEpoch, length, "UTC") - DateTimeOffset.UnixEpoch;
        return span >= TimeSpan.FromHours(1) && span <= TimeSpan.FromDays(90);
    }

    static Refusal? Courtesies(CourtesySettings? courtesies)
    {
        foreach (var (name, text) in new[] { ("stop", courtesies?.Stop?.Text), ("start", courtesies?.Start?.Text), ("help", courtesies?.Help?.Text) })
            if (text?.Length > LongestText) return Refusal.Invalid($"courtesies/{name}/text", $"At most {LongestText} characters.");
        return null;
    }

    static Refusal? Words(PracticeSettings wish)
    {
        if (wish.MarketingConsent is { } channels && channels.Any(channel => channel is not ("sms" or "email"))) return Refusal.Invalid("marketingConsent", "Of sms, email.");
        if (wish.MoreStopWords is { } words && (words.Length > MostWords || words.Any(word => string.IsNullOrWhiteSpace(word) || word.Length > LongestWord)))
            return Refusal.Invalid("moreStopWords", $"At most {MostWords} words of 1 to {LongestWord} characters.");
        if (wish.OpenFields is { } fields && (fields.Length > 200 || fields.Any(field => field != "*" && !field.Contains('.', StringComparison.Ordinal))))
            return Refusal.Invalid("openFields", "Merge fields like appointment.service, or *.");
        return null;
    }
}
