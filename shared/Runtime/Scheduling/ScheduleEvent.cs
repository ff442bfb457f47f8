using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Runtime.Scheduling;

/// <summary>The event of one occurrence of one trigger's schedule. It names its workflow and trigger and starts no other.</summary>
public static class ScheduleEvent
{
    public const string Type = "schedule.due";

    /// <summary>The source id is the occurrence's own, so that it is kept once however often it is seen to be due.</summary>
    public static IncomingEvent Of(string workflowId, TriggerDefinition trigger, DateTimeOffset occurrence)
    {
        var at = occurrence.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var name = trigger.Config.TryGetProperty("name", out var given) && given.ValueKind is JsonValueKind.String ? given.GetString() : trigger.Name;
        return new("schedule", $"{workflowId}/{trigger.Id}/{at}", Type, occurrence.ToUniversalTime(),
            JsonSerializer.SerializeToElement(new { schedule = new { name, workflowId, triggerId = trigger.Id, at } }));
    }
}
