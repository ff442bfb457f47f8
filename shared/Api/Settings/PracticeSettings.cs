using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>A practice's settings as they are written. PUT takes the whole of them, PATCH what changes.</summary>
/// <param name="StateHours">Narrower hours for texts to contacts of some states of the USA; the practice's own hold besides.</param>
/// <param name="DateStyle">How messages write dates and times that say nothing else: <c>international</c> is Tue 24 Nov 2026, 15:00, <c>american</c> Tue, Nov 24, 2026 at 3:00 PM.</param>
/// <param name="PostalAddress">At the foot of marketing emails; null: the address.</param>
/// <param name="TextHours">Local hours in which texts may arrive; null: 09:00 to 20:00.</param>
/// <param name="TextWindow">The same weekday by weekday, as a window of a definition; goes before textHours.</param>
/// <param name="SendingPaused">The kill switch: while true no message leaves.</param>
/// <param name="Holidays">Days on which texts and advertising wait, and waits that keep to a window.</param>
/// <param name="Caps">How much advertising one contact may get; care messages are free.</param>
/// <param name="MarketingConsent">Channels on which advertising needs a recorded yes; null: sms.</param>
/// <param name="Courtesies">What answers STOP, START and HELP.</param>
/// <param name="OptOutNoticeDays">Every so many days (30 is usual) a text says who writes and how to opt out; null: never by itself.</param>
/// <param name="MoreStopWords">Words that are STOP here besides those known everywhere.</param>
/// <param name="OpenFields">Private merge fields that texts and calls to other systems may carry; <c>*</c>: all.</param>
public sealed record PracticeSettings(
    string? Name = null, string? TimeZone = null, string? Phone = null, string? Email = null, string? Address = null, string? Website = null,
    string? SenderName = null, string? SenderEmail = null, string? SenderPhone = null, OpenHours? TextHours = null,
    ImmutableArray<string>? AllowedHosts = null, bool SendingPaused = false, PublicPages? Pages = null,
    [property: JsonConverter(typeof(WindowConverter))] Window? TextWindow = null, ImmutableArray<HolidayWish>? Holidays = null, ImmutableArray<CapWish>? Caps = null,
    ImmutableArray<string>? MarketingConsent = null, CourtesySettings? Courtesies = null, int? OptOutNoticeDays = null,
    ImmutableArray<string>? MoreStopWords = null, ImmutableArray<string>? OpenFields = null, string? PostalAddress = null,
    ImmutableArray<StateHoursWish>? StateHours = null, DateStyle DateStyle = DateStyle.International)
{
    public static PracticeSettings Of(Practice p) => new(
        p.Name, p.TimeZone, p.Phone, p.Email, p.Address, p.Website, p.SenderName, p.SenderEmail, p.SenderPhone, p.TextHours, p.AllowedHosts, p.SendingPaused, p.Pages,
        p.TextWindow, [.. p.Holidays.Select(day => new HolidayWish(null, day.From, day.To, day.Name, day.Yearly))], [.. p.Caps.Select(cap => new CapWish(cap.Channel, cap.Count, cap.Per, cap.Over))],
        p.MarketingConsent, p.Courtesies, p.OptOutNoticeDays, p.MoreStopWords, p.OpenFields, p.PostalAddress,
        [.. p.StateHours.Select(hours => new StateHoursWish(hours.State, hours.From, hours.To, hours.Days, hours.MarketingOnly))], p.DateStyle);

    /// <summary>The practice with these settings; they have been checked.</summary>
    public Practice Onto(Practice before) => before with
    {
        DateStyle = DateStyle,
        Name = Name!.Trim(), TimeZone = TimeZone!, Phone = Phone, Email = Email, Address = Address, Website = Website,
        SenderName = SenderName, SenderEmail = SenderEmail, SenderPhone = SenderPhone, TextHours = TextHours, TextWindow = TextWindow,
        AllowedHosts = AllowedHosts ?? [], SendingPaused = SendingPaused, Pages = Pages,
        Holidays = [.. (Holidays ?? []).Select(day => new Holiday(day.First!.Value, day.To, day.Name, day.Yearly))],
        Caps = [.. (Caps ?? []).Select(cap => new FrequencyCap(cap.Count!.Value, cap.Per!, cap.Channel == "any" ? null : cap.Channel, cap.Over))],
        MarketingConsent = MarketingConsent, Courtesies = Courtesies, OptOutNoticeDays = OptOutNoticeDays,
        MoreStopWords = [.. (MoreStopWords ?? []).Select(word => word.Trim())], OpenFields = OpenFields ?? [], PostalAddress = PostalAddress,
        StateHours = [.. (StateHours ?? []).Select(hours => new StateHours(UsStates.Code(hours.State)!, hours.From!.Value, hours.To!.Value, hours.Days, hours.MarketingOnly))],
    };
}

/// <param name="Date">One day; or <paramref name="From"/> and <paramref name="To"/>, both included.</param>
public sealed record HolidayWish(DateOnly? Date = null, DateOnly? From = null, DateOnly? To = null, string? Name = null, bool Yearly = false)
{
    internal DateOnly? First => Date ?? From;
}

/// <param name="State">Two letters, or the name.</param>
/// <param name="Days"><c>mon tue …</c>; left out: every day.</param>
/// <param name="MarketingOnly">Care messages are left alone.</param>
public sealed record StateHoursWish(string? State = null, TimeOnly? From = null, TimeOnly? To = null, ImmutableArray<string>? Days = null, bool MarketingOnly = false);

/// <param name="Channel"><c>sms email any</c>; left out: any.</param>
/// <param name="Per">ISO 8601, from an hour to 90 days, counted back from the moment of sending.</param>
/// <param name="Over"><c>drop</c> or <c>hold</c>; left out: drop.</param>
public sealed record CapWish(string? Channel = null, int? Count = null, string? Per = null, string? Over = null);
