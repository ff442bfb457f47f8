using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>Asks every trigger of a definition what it says to an event.</summary>
static class TriggerReport
{
    public const string Matched = "matched", OtherType = "trigger.type", Disabled = "trigger.disabled", Filter = "trigger.filter";

    /// <param name="setting">The event's facts, as the router puts them together.</param>
    public static IReadOnlyList<TriggerVerdict> Of(string workflowId, Definition definition, string eventType, Setting setting) =>
        [.. definition.Triggers.Select(trigger => Verdict(workflowId, trigger, eventType, setting))];

    static TriggerVerdict Verdict(string workflowId, TriggerDefinition trigger, string eventType, Setting setting)
    {
        TriggerVerdict Says(string code, IReadOnlyList<FailedRow>? rows = null) => new(trigger.Id, trigger.Type, trigger.Name, code == Matched, code, rows);
        if (trigger.Type != eventType) return Says(OtherType);
        if (!trigger.Enabled) return Says(Disabled);
        if (!Occasions.IsFor(workflowId, trigger, setting)) return Says(OtherType);
        return trigger.Filters.Evaluate(setting) ? Says(Matched) : Says(Filter, FailedRows.Of(trigger.Filters, setting));
    }
}
