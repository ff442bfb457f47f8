using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>What a workflow does, as data. Immutable once published; the machine interprets it.</summary>
/// <remarks>Steps are a flat map with stable ids, so Go To and joins need no special shape. Layout and notes are the
/// builder's and take no part in running.</remarks>
public sealed record Definition(
    int SchemaVersion,
    WorkflowSettings Settings,
    ImmutableArray<TriggerDefinition> Triggers,
    string? Start,
    ImmutableDictionary<string, Step> Steps)
{
    /// <summary>The schema version that this code writes; older ones are upcast when read.</summary>
    public const int CurrentSchema = 1;

    public Step? Find(string? stepId) => stepId is not null && Steps.TryGetValue(stepId, out var step) ? step : null;
}

/// <summary>One way into a workflow: an event type and the filters it must pass.</summary>
/// <param name="Start">The step this trigger begins at, when it is not the workflow's own start.</param>
public sealed record TriggerDefinition(
    string Id, string Type, string? Name, Condition Filters, JsonElement Config, string? Start, bool Enabled);

/// <summary>Rules of a whole workflow (features.md 1.7).</summary>
/// <param name="TimeZone"><c>contact</c>, <c>practice</c> or an IANA zone.</param>
/// <param name="Window">Hours in which messages may go; others are held until it opens.</param>
/// <param name="OnNewVersion">What publish does to those inside when it is not told: stay, move or end.</param>
public sealed record WorkflowSettings(
    Reentry Reentry, Scope Scope, bool StopOnReply, string TimeZone, Window? Window,
    ImmutableArray<PauseRange> PauseDates, Sender Sender, InFlight OnNewVersion)
{
    public static readonly WorkflowSettings Default =
        new(Reentry.AfterFinish, Scope.Contact, false, "contact", null, [], new(null, null, null), InFlight.Stay);

    /// <summary>The practice's holidays, laid in when the definition is run; no part of what is stored.</summary>
    public ImmutableArray<PauseRange> Holidays { get; init; } = [];
}

/// <summary>Who messages come from when a step does not say; merge fields allowed.</summary>
public sealed record Sender(string? Name, string? Email, string? Phone);

/// <summary>May a contact enter again? Never after the first time; after finishing; or even while inside.</summary>
public enum Reentry { Once, AfterFinish, Always }

/// <summary>What one enrollment is about. Appointment and invoice triggers always admit one per appointment or invoice.</summary>
public enum Scope { Contact, Appointment, Invoice, Opportunity }

/// <summary>What happens to contacts inside when a new version is published.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InFlight>))]
public enum InFlight
{
    [JsonStringEnumMemberName("stay")] Stay,
    [JsonStringEnumMemberName("move")] Move,
    [JsonStringEnumMemberName("end")] End,
}
