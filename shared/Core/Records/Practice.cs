using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A clinic: the tenant. Its id is part of every key.</summary>
public sealed record Practice
{
    public required string Name { get; init; }
    /// <summary>IANA zone.</summary>
    public required string TimeZone { get; init; }
    /// <summary>How messages write dates and times that say nothing else.</summary>
    public DateStyle DateStyle { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    /// <summary>Where post reaches the practice; at the foot of every marketing email, as the law asks. Null: <see cref="Address"/>.</summary>
    public string? PostalAddress { get; init; }
    public string? Website { get; init; }
    public string? SenderName { get; init; }
    public string? SenderEmail { get; init; }
    public string? SenderPhone { get; init; }
    /// <summary>The practice's public pages, for links in messages.</summary>
    public PublicPages? Pages { get; init; }
    /// <summary>Local hours in which texts may arrive, wherever the contact may be. Null: the safe default, 09:00 to 20:00.</summary>
    public OpenHours? TextHours { get; init; }
    /// <summary>The same, weekday by weekday; goes before <see cref="TextHours"/>.</summary>
    [JsonConverter(typeof(WindowConverter))]
    public Window? TextWindow { get; init; }
    /// <summary>Narrower hours for texts to contacts of some states.</summary>
    public ImmutableArray<StateHours> StateHours { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>Days on which the practice rests: texts and advertising wait, and so do waits that keep to a window.</summary>
    public ImmutableArray<Holiday> Holidays { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>How much advertising one contact may get. Care messages do not count and are not counted.</summary>
    public ImmutableArray<FrequencyCap> Caps { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>Channels on which advertising needs a recorded yes. Null: texts.</summary>
    public ImmutableArray<string>? MarketingConsent { get; init; }
    /// <summary>What answers STOP, START and HELP; null: the product's own words.</summary>
    public CourtesySettings? Courtesies { get; init; }
    /// <summary>What a new practice begins with.</summary>
    public const int UsualNoticeDays = 30;
    /// <summary>Every so many days a text says who writes and how to opt out; null: never by itself.</summary>
    public int? OptOutNoticeDays { get; init; }
    /// <summary>Words that are STOP here besides those known everywhere.</summary>
    public ImmutableArray<string> MoreStopWords { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>Private merge fields that texts and calls to other systems may carry all the same: <c>appointment.service</c>, or <c>*</c>.</summary>
    public ImmutableArray<string> OpenFields { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>Whether a private field, or what it is a part of, may be told all the same.</summary>
    public bool Opens(string field) => OpenFields.Any(open => open is "*" || open == field || field.Length > open.Length && field[open.Length] == '.' && field.StartsWith(open, StringComparison.Ordinal));
    /// <summary>Hosts that outgoing webhooks may reach although their address is private: <c>host</c> or <c>host:port</c>.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];
    /// <summary>The kill switch: while true no message leaves.</summary>
    public bool SendingPaused { get; init; }
    /// <summary>Demonstration data: its clock may be moved and its contacts played.</summary>
    public bool Demo { get; init; }
}

/// <summary>Addresses of pages that messages link to.</summary>
/// <param name="Invoice">Shows an invoice; <c>{id}</c> stands for its id.</param>
/// <param name="Document">Shows a document to sign; <c>{id}</c> stands for its id.</param>
/// <param name="Review">Where everybody may write a public review.</param>
/// <param name="Feedback">Where a patient tells the practice alone.</param>
public sealed record PublicPages(string? Invoice = null, string? Document = null, string? Review = null, string? Feedback = null);
