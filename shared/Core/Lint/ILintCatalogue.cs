using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>What the linter must know of the product's triggers and actions. Core has none of its own.</summary>
public interface ILintCatalogue
{
    IReadOnlyCollection<string> TriggerTypes { get; }
    IReadOnlyCollection<string> ActionTypes { get; }

    /// <summary>The channel on which a step with this config messages a patient: <c>sms</c> or <c>email</c>; null for all others.</summary>
    string? ChannelOf(string actionType, JsonElement config);

    /// <summary>Whether the action asks the contact for a public review.</summary>
    bool AsksForReview(string actionType);

    /// <summary>Whether what the action sends can be read on the way (text messages, web calls).</summary>
    bool IsOpenToOthers(string actionType);

    /// <summary>Whether the action is passed over in an enrollment without a contact.</summary>
    bool NeedsContact(string actionType);

    /// <summary>Whether an enrollment without a contact may have one after it.</summary>
    bool BringsContact(string actionType);

    /// <summary>Whether nothing can happen to the contact after it.</summary>
    bool DeletesContact(string actionType);

    /// <summary>Whether the trigger's event is, or may be, about a contact.</summary>
    bool IsAboutContact(string triggerType);

    /// <summary>Whether the event comes so often that hardly anybody wants every one.</summary>
    bool IsFrequent(string triggerType);

    /// <summary>What is wrong with a step's config, judged by the fields of its form.</summary>
    IEnumerable<ConfigProblem> CheckAction(string actionType, JsonElement config);
    IEnumerable<ConfigProblem> CheckTrigger(string triggerType, JsonElement config);

    /// <summary>The texts of a config in which merge fields are filled in.</summary>
    IEnumerable<ConfigText> TextsOf(string actionType, JsonElement config);

    /// <summary>Fields that are there whatever the trigger.</summary>
    ImmutableArray<KnownField> CommonFields { get; }
    /// <summary>Those of them that are there when an event is judged, before anybody is enrolled.</summary>
    ImmutableArray<KnownField> EventFields { get; }
    ImmutableArray<KnownField> FieldsOf(string triggerType);
    /// <summary>Relative to the step: <c>status</c> is used as <c>{{steps.s1.status}}</c>.</summary>
    ImmutableArray<KnownField> OutputsOf(string actionType);

    /// <summary>Whether what the action puts out is made of what its texts say, and so as private as the fields in them.</summary>
    bool Retells(string actionType);
}

/// <param name="Pointer">Below the config: <c>/subject</c>.</param>
/// <param name="Message">Continues a sentence that begins with the step: <c>needs a subject.</c></param>
public sealed record ConfigProblem(FindingCode Code, string Pointer, string Message);

/// <param name="Label">What the form calls it.</param>
public sealed record ConfigText(string Pointer, string Label, string Text);

/// <summary>A field that texts and conditions may use. A name ending in <c>.*</c> stands for everything below it.</summary>
/// <param name="Many">It holds a list, so it may be two things at once, and its items may be things with fields of their own.</param>
public sealed record KnownField(string Name, bool Sensitive = false, bool Many = false)
{
    public bool Covers(string field) => Name.EndsWith(".*", StringComparison.Ordinal)
        ? field.Length >= Name.Length && field.StartsWith(Name[..^1], StringComparison.Ordinal)
        : Name == field || Many && field.Length > Name.Length && field[Name.Length] == '.' && field.StartsWith(Name, StringComparison.Ordinal);
}
