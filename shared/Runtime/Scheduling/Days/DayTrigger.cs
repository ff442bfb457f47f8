using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>A published trigger that looks at dates, and what it looks for.</summary>
/// <param name="Field">Of <c>contact.date</c>: which date of the contact.</param>
public sealed record DayTrigger(string WorkflowId, string TriggerId, string Type, DayRule Rule, string? Field, bool Yearly)
{
    public const string Birthday = "contact.birthday", Date = "contact.date", Task = "task.due", Stale = "opportunity.stale";

    public static bool Is(string type) => type is Birthday or Date or Task or Stale;

    /// <returns>Null when its config cannot be read: publishing refuses that, and one that came another way never comes.</returns>
    public static DayTrigger? Read(string workflowId, TriggerDefinition trigger) => RuleOf(trigger.Type, trigger.Config, out _) is { } rule
        ? new(workflowId, trigger.Id, trigger.Type, rule, Text(trigger.Config, "field"), Flag(trigger.Config, "yearly")) : null;

    static DayRule? RuleOf(string type, JsonElement config, out Misread? wrong) =>
        DayRuleJson.TryRead(config, type == Stale ? DaySide.After : null, out var rule, out wrong) ? rule : null;

    static string? Text(JsonElement config, string name) =>
        config.ValueKind is JsonValueKind.Object && config.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    static bool Flag(JsonElement config, string name) =>
        config.ValueKind is JsonValueKind.Object && config.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
