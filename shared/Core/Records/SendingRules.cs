using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A day or some days on which the practice rests, both ends included.</summary>
/// <param name="To">Null: one day.</param>
/// <param name="Yearly">Comes back every year.</param>
public sealed record Holiday(DateOnly From, DateOnly? To = null, string? Name = null, bool Yearly = false)
{
    [JsonIgnore]
    public PauseRange Range => new(From, To ?? From, Yearly);
}

/// <summary>The hours in which texts may arrive in one state, on top of the practice's own; several rows of one state add up. Times are the contact's.</summary>
/// <param name="State">Two letters of a state of the USA: <c>FL</c>.</param>
/// <param name="Days"><c>mon tue …</c>: the days on which texts may arrive at all; null: every day.</param>
/// <param name="MarketingOnly">It leaves care messages alone.</param>
public sealed record StateHours(string State, TimeOnly From, TimeOnly To, ImmutableArray<string>? Days = null, bool MarketingOnly = false)
{
    [JsonIgnore]
    public Window Window => new(Enum.GetValues<DayOfWeek>().Where(day => Days is not { } days || days.Contains(Weekdays.Name(day)))
        .ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(From, To))));
}

/// <summary>At most so many advertising messages to one contact within a time.</summary>
/// <param name="Channel"><c>sms</c>, <c>email</c>; null: both together.</param>
/// <param name="Per">ISO 8601, counted back from the moment of sending: days are days of the contact's calendar.</param>
/// <param name="Over"><c>drop</c> (null) or <c>hold</c>: what becomes of a message beyond it.</param>
public sealed record FrequencyCap(int Count, string Per, string? Channel = null, string? Over = null);

/// <summary>The texts that answer an inbound text by themselves.</summary>
public sealed record CourtesySettings(CourtesyText? Stop = null, CourtesyText? Start = null, CourtesyText? Help = null);

/// <param name="Text">Null: the product's own words. <c>{practice}</c> and <c>{phone}</c> stand for the practice's.</param>
public sealed record CourtesyText(bool On = true, string? Text = null);

/// <summary>A text that is to answer a STOP, START or HELP, or has. Record id = contact / kind, so there is one at a time.</summary>
/// <param name="EventId">The message it answers.</param>
/// <param name="SettledAt">When it had gone, or was given up; null: still to go.</param>
public sealed record Courtesy(string ContactId, string Kind, string EventId, string To, string Text, DateTimeOffset At, DateTimeOffset? SettledAt = null, string? Code = null);

/// <summary>Who claimed the latest advertising message to a contact: two workflows cannot both take the last place under a cap.
/// Record id = the contact's.</summary>
public sealed record SendGate(string EffectId, DateTimeOffset At);

/// <summary>An enrollment whose message rests while the practice has paused all sending. Record id = the enrollment's.</summary>
public sealed record HeldSend(string EffectId, DateTimeOffset At);
