using System.Collections.Frozen;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Matching;

/// <summary>Which published triggers an event may start. By event type, then by the one filter row that parts them best
/// ("form is consultation"), so that a thousand workflows cost an event no more than the few it is about.</summary>
public sealed class TriggerIndex
{
    readonly FrozenDictionary<string, IReadOnlyList<TriggerGroup>> _types;

    TriggerIndex(FrozenDictionary<string, IReadOnlyList<TriggerGroup>> types) => _types = types;

    public static TriggerIndex Build(IEnumerable<(string WorkflowId, int Version, Definition Definition)> published)
    {
        var entries =
            from workflow in published
            from trigger in workflow.Definition.Triggers
            where trigger.Enabled
            let own = trigger with { Filters = Occasions.FiltersOf(workflow.WorkflowId, trigger) }
            select new TriggerEntry(workflow.WorkflowId, workflow.Version, workflow.Definition, own, CompiledCondition.Compile(own.Filters));
        return new(entries.GroupBy(e => e.Trigger.Type).ToFrozenDictionary(g => g.Key, g => TriggerGroup.Part([.. g])));
    }

    /// <summary>The triggers whose filters hold, at most one per workflow: its first.</summary>
    public IReadOnlyList<TriggerEntry> Match(string eventType, Setting setting)
    {
        if (!_types.TryGetValue(eventType, out var groups)) return [];
        List<TriggerEntry>? matches = null;
        setting = setting with { Facts = new RememberedFacts(setting.Facts) };
        foreach (var group in groups)
            foreach (var candidate in group.For(setting))
                if (candidate.Filters.Matches(setting) && matches?.Exists(m => m.WorkflowId == candidate.WorkflowId) != true) (matches ??= []).Add(candidate);
        return matches ?? (IReadOnlyList<TriggerEntry>)[];
    }

    /// <summary>Every workflow with a trigger of these types, once.</summary>
    public IEnumerable<TriggerEntry> OfType(Func<string, bool> wanted) =>
        _types.Where(t => wanted(t.Key)).SelectMany(t => t.Value).SelectMany(g => g.All).DistinctBy(t => t.WorkflowId);

    /// <summary>Every trigger of these types.</summary>
    public IEnumerable<TriggerEntry> OfTypes(Func<string, bool> wanted) => _types.Where(t => wanted(t.Key)).SelectMany(t => t.Value).SelectMany(g => g.All);

    /// <summary>Every trigger of a type.</summary>
    public IEnumerable<TriggerEntry> OfType(string type) => _types.GetValueOrDefault(type, []).SelectMany(g => g.All);
}

/// <summary>One published trigger, ready to be asked.</summary>
public sealed record TriggerEntry(string WorkflowId, int Version, Definition Definition, TriggerDefinition Trigger, CompiledCondition Filters);
