using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Narrating;

/// <summary>Tells a definition's triggers and questions as a front desk would, with the practice's own names.</summary>
public sealed class Narrator(IStore store, ProductCatalogue catalogue)
{
    readonly NamesReader _names = new(store);

    public async Task<NarratedWorkflow> Tell(string practice, Definition definition, CancellationToken ct = default) =>
        Tell(definition, new(catalogue, await _names.Of(practice, ct)));

    NarratedWorkflow Tell(Definition definition, ValueNames names) => new(
        [.. definition.Triggers.Select(trigger => new NarratedTrigger(trigger.Id, trigger.Type,
            (trigger.Enabled ? "" : "Switched off: ") + Sentence(trigger.Type, TimeWords.Of(trigger), trigger.Filters, names)))],
        [.. definition.Steps.Values.OrderBy(step => step.Id, StringComparer.Ordinal).SelectMany(step => Questions(step, names))]);

    IEnumerable<NarratedQuestion> Questions(Step step, ValueNames names) => step switch
    {
        Step.If branching => branching.Branches.Select(branch => new NarratedQuestion(step.Id, branch.Id, Asked(null, branch.When, names) + ".")),
        Step.WaitCondition wait => [new(step.Id, null, Asked(null, wait.When, names) + ".")],
        Step.Goal goal => goal.Events.Select(e => new NarratedQuestion(step.Id, null, Sentence(e.Type, null, e.Filters, names))),
        _ => [],
    };

    string Sentence(string type, string? time, Condition filters, ValueNames names)
    {
        var what = catalogue.Triggers.TryGetValue(type, out var known) ? known.Label : type;
        var when = filters is Condition.All { Items.IsDefaultOrEmpty: true } ? "" : $", when {Asked(type, filters, names)}";
        return $"{what}{(time is null ? "" : ", " + time)}{when}.";
    }

    static string Asked(string? type, Condition condition, ValueNames names) =>
        Narration.Of(condition, field => names.Label(type, field), (field, value) => names.Word(type, field, value));
}
