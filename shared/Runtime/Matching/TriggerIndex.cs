using System.Collections.Frozen;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Matching;

/// <summary>Which published triggers an event may start. By event type, then by the one filter row that parts them best
/// ("form is consultation"), so that a thousand workflows cost an event no more than the few it is about.</summary>
public sealed class TriggerIndex
{
    readonly FrozenDictionary<string, PerType> _types;

    TriggerIndex(FrozenDictionary<string, PerType> types) => _types = types;

    public static TriggerIndex Build(IEnumerable<(string WorkflowId, int Version, Definition Definition)> published)
    {
        var entries =
            from workflow in published
            from trigger in workflow.Definition.Triggers
            where trigger.Enabled
            let own = trigger with { Filters = ScheduleEvent.FiltersOf(workflow.WorkflowId, trigger) }
            select new TriggerEntry(workflow.WorkflowId, workflow.Version, workflow.Definition, own, CompiledCondition.Compile(own.Filters));
        return new(entries.GroupBy(e => e.Trigger.Type).ToFrozenDictionary(g => g.Key, g => PerType.Build([.. g])));
    }

    /// <summary>The triggers whose filters hold, at most one per workflow: its first.</summary>
    public IReadOnlyList<TriggerEntry> Match(string eventType, Setting setting)
    {
        if (!_types.TryGetValue(eventType, out var perType)) return [];
        List<TriggerEntry>? matches = null;
        foreach (var group in perType.Groups)
        {
            if (group.Field is not null && setting.Find(group.Field) is not Fact.Nothing and var fact)
            {
                if (fact is Fact.Text text && group.ByValue.TryGetValue(Fold(text.Value), out var found)) Add(found);
            }
            else if (group.Field is null) Add(group.Rest);
        }
        return matches ?? (IReadOnlyList<TriggerEntry>)[];

        void Add(IReadOnlyList<TriggerEntry> candidates)
        {
            foreach (var candidate in candidates)
                if (candidate.Filters.Matches(setting) && matches?.Exists(m => m.WorkflowId == candidate.WorkflowId) != true) (matches ??= []).Add(candidate);
        }
    }

    /// <summary>Every workflow with a trigger of these types, once.</summary>
    public IEnumerable<TriggerEntry> OfType(Func<string, bool> wanted) =>
        _types.Where(t => wanted(t.Key)).SelectMany(t => t.Value.Groups).SelectMany(g => g.Rest.Concat(g.ByValue.Values.SelectMany(v => v))).DistinctBy(t => t.WorkflowId);

    /// <summary>Every trigger of a type.</summary>
    public IEnumerable<TriggerEntry> OfType(string type) =>
        _types.TryGetValue(type, out var found) ? found.Groups.SelectMany(g => g.Rest.Concat(g.ByValue.Values.SelectMany(v => v))) : [];

    static string Fold(string text) => text.Trim().ToLowerInvariant();

    /// <summary>Triggers of one type, grouped by the field that their key row names; the rest must be tried one by one.</summary>
    sealed record PerType(IReadOnlyList<Group> Groups)
    {
        public static PerType Build(IReadOnlyList<TriggerEntry> entries) => new([..
            from entry in entries
            let key = KeyRow(entry.Trigger.Filters)
            group (entry, key) by key?.Field into byField
            select byField.Key is null
                ? new Group(null, FrozenDictionary<string, IReadOnlyList<TriggerEntry>>.Empty, [.. byField.Select(x => x.entry)])
                : new Group(byField.Key, byField.GroupBy(x => x.key!.Value.Value)
                    .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<TriggerEntry>)[.. g.Select(x => x.entry)]), [])]);

        /// <summary>The first row "text field is plain text" that every match must satisfy. Only fields that are always text: an id.</summary>
        static (string Field, string Value)? KeyRow(Condition filters) =>
            filters is not Condition.All { Items.IsDefault: false } all ? null : all.Items
                .OfType<Condition.Test>()
                .Where(t => t.Op == "is" && t.Value.ValueKind is JsonValueKind.String && IsId(t.Field) && !t.Value.GetString()!.Contains("{{", StringComparison.Ordinal))
                .Select(t => ((string, string)?)(t.Field, Fold(t.Value.GetString()!)))
                .FirstOrDefault();

        static bool IsId(string field) => field.EndsWith(".id", StringComparison.Ordinal) || field.EndsWith("Id", StringComparison.Ordinal) || field == "tag.name";
    }

    sealed record Group(string? Field, FrozenDictionary<string, IReadOnlyList<TriggerEntry>> ByValue, IReadOnlyList<TriggerEntry> Rest);
}

/// <summary>One published trigger, ready to be asked.</summary>
public sealed record TriggerEntry(string WorkflowId, int Version, Definition Definition, TriggerDefinition Trigger, CompiledCondition Filters);
