using System.Collections.Immutable;
using System.Text.Json;

namespace AesthetixWorkflows.Catalogue.Describing;

/// <summary>A trigger as data: what it is called, which filters it offers, which merge fields it brings.</summary>
/// <param name="NeedsContact">False: it may be about nobody we know; steps that need a contact are then passed over.</param>
/// <param name="MakesContact">Somebody unknown in it, with an email or phone, becomes a contact.</param>
/// <param name="Outside">Only another system can raise it: an advertisement, a shop, a course. Builders show these apart.</param>
/// <param name="Sample">What such a system sends as <c>data</c>.</param>
public sealed record TriggerDescriptor(
    string Type, string Label, string Category, string Help,
    ImmutableArray<Field> Config, ImmutableArray<FilterField> Filters, ImmutableArray<MergeField> MergeFields, bool NeedsContact = true,
    bool MakesContact = false, bool Outside = false, JsonElement? Sample = null);

/// <summary>An action as data: draws its form, checks its config, and tells the path how to treat it.</summary>
/// <param name="Channel">Set on steps that message a patient: <c>sms</c> or <c>email</c>. They need a purpose and ask permission.</param>
/// <param name="Outside">It reaches beyond the store, so the ledger is claimed before it runs.</param>
/// <param name="NeedsContact">Skipped and logged in an enrollment without a contact.</param>
/// <param name="ChannelField">The field in which the step says on which channel it messages the patient.</param>
/// <param name="Consent">Set on steps in which a person contacts the patient: <c>sms</c> or <c>call</c>. They need a purpose and ask permission too.</param>
public sealed record ActionDescriptor(
    string Type, string Label, string Category, string Help,
    ImmutableArray<Field> Config, ImmutableArray<MergeField> Outputs, string? Channel = null, bool Outside = false, bool NeedsContact = true,
    string? ChannelField = null, string? Consent = null)
{
    /// <summary>The channel on which a step with this config messages a patient; null when it does not.</summary>
    public string? ChannelFor(JsonElement config) => Channel
        ?? (ChannelField is not null && config.ValueKind is JsonValueKind.Object && config.TryGetProperty(ChannelField, out var chosen) && chosen.ValueKind is JsonValueKind.String ? chosen.GetString() : null);
}

/// <summary>One field of a form.</summary>
/// <param name="Kind">What may be typed and how it is drawn.</param>
/// <param name="Merge">Merge fields are filled in.</param>
/// <param name="Of">For references: the kind of record (<c>user tag pipeline stage calendar workflow form link template contactField customValue invoice</c>).</param>
/// <param name="Unless">Not required when this other field is filled in.</param>
/// <param name="MayBeEmpty">A merge field without value is left out instead of stopping the step.</param>
/// <param name="Exact">A date that stands alone is filled in as machines read it (<c>2026-12-24T09:00:00+01:00</c>), not as people do.</param>
/// <param name="Columns">For rows: the fields of each.</param>
public sealed record Field(
    string Name, FieldKind Kind, string Label, bool Required = false, string? Help = null, JsonElement? Default = null,
    IReadOnlyList<Option>? Options = null, decimal? Min = null, decimal? Max = null, int? MaxLength = null, bool Merge = false, string? Of = null,
    string? Unless = null, bool MayBeEmpty = false, bool Exact = false, IReadOnlyList<Field>? Columns = null);

public sealed record Option(string Value, string Label);

public enum FieldKind { Text, LongText, Html, Number, Flag, Choice, ManyChoices, Duration, Date, Instant, Url, Email, Phone, Reference, ManyReferences, Map, FieldValues, Condition, Rows, Secret }

/// <summary>A field that a trigger's filters may test.</summary>
/// <param name="Type"><c>text number date flag list</c>: decides which operators are offered.</param>
public sealed record FilterField(string Name, string Label, string Type, IReadOnlyList<Option>? Options = null, string? Of = null);

/// <summary>A value that texts may use as <c>{{name}}</c>.</summary>
/// <param name="Sensitive">About health or money: flagged when used in a text message or webhook.</param>
public sealed record MergeField(string Name, string Label, string Type = "text", bool Sensitive = false);
