using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Tells the linter what the catalogue's descriptors say.</summary>
public sealed class LintCatalogue(ProductCatalogue catalogue) : ILintCatalogue
{
    public IReadOnlyCollection<string> TriggerTypes { get; } = catalogue.Triggers.Keys;
    public IReadOnlyCollection<string> ActionTypes { get; } = catalogue.Actions.Keys;
    public ImmutableArray<KnownField> CommonFields { get; } = [.. MergeFields.Common.Select(Known)];
    public ImmutableArray<KnownField> EventFields { get; } = [.. MergeFields.AtTheEvent.Select(Known)];

    readonly Dictionary<string, ImmutableArray<KnownField>> _byTrigger = catalogue.Triggers.Values.ToDictionary(trigger => trigger.Type,
        trigger => ImmutableArray.CreateRange(trigger.MergeFields.Select(Known).Concat(trigger.Filters.Select(filter => new KnownField(filter.Name, Many: filter.Type == "list")))));

    public string? ChannelOf(string actionType, JsonElement config) => Action(actionType)?.ChannelFor(config);

    public bool AsksForReview(string actionType) => actionType == "review.request";

    public bool IsOpenToOthers(string actionType) => Action(actionType) is { Outside: true } action && action.Channel != "email" && actionType != "team.notify";

    public bool NeedsContact(string actionType) => Action(actionType) is { NeedsContact: true };

    public bool BringsContact(string actionType) => actionType is "contact.upsert" or "contact.find";

    public bool DeletesContact(string actionType) => actionType == "contact.delete";

    public bool IsAboutContact(string triggerType) => catalogue.Triggers.TryGetValue(triggerType, out var trigger)
        && (trigger.NeedsContact || trigger.Filters.Any(filter => filter.Name.StartsWith("contact.", StringComparison.Ordinal)));

    public bool IsFrequent(string triggerType) => FrequentEvents.Contains(triggerType);

    public IEnumerable<ConfigProblem> CheckAction(string actionType, JsonElement config) =>
        Action(actionType) is { } action ? ConfigCheck.Run(action.Config, config) : [];

    public IEnumerable<ConfigProblem> CheckTrigger(string triggerType, JsonElement config)
    {
        if (!catalogue.Triggers.TryGetValue(triggerType, out var trigger)) return [];
        var problems = ConfigCheck.Run(trigger.Config, config).ToList();
        // One finding for one mistake: what the form says of a field is enough.
        return [.. problems, .. TimeChecks.Run(triggerType, config).Where(more => !problems.Exists(known => known.Pointer == more.Pointer))];
    }

    public IEnumerable<ConfigText> TextsOf(string actionType, JsonElement config) =>
        Action(actionType) is { } action ? ConfigTexts.In(action.Config, config) : [];

    public ImmutableArray<KnownField> FieldsOf(string triggerType) => _byTrigger.GetValueOrDefault(triggerType, []);

    public ImmutableArray<KnownField> OutputsOf(string actionType) => Action(actionType) is { } action ? [.. action.Outputs.Select(Known)] : [];

    public bool Retells(string actionType) => SensitiveFields.Retells(actionType);

    ActionDescriptor? Action(string type) => catalogue.Actions.TryGetValue(type, out var action) ? action.Descriptor : null;

    static KnownField Known(MergeField field) => new(field.Name, field.Sensitive, field.Type == "list");
}
