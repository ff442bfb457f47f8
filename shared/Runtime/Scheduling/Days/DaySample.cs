using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>What a date would bring if it had its turn now, for who wants to try a workflow without waiting for it.</summary>
public static class DaySample
{
    /// <returns>Null when the trigger's config cannot be read.</returns>
    public static JsonElement? Of(string workflowId, TriggerDefinition definition, DateTimeOffset now)
    {
        if (DayTrigger.Read(workflowId, definition) is not { } trigger) return null;
        var about = trigger.Rule.About(Zones.DateOf(now, "UTC"));
        var date = about.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var data = new JsonObject { [Occasions.Root] = new JsonObject { ["workflowId"] = workflowId, ["triggerId"] = definition.Id } };
        if (trigger.Type == DayTrigger.Birthday) data["birthday"] = new JsonObject { ["date"] = date, ["day"] = about.Day, ["month"] = about.Month };
        if (trigger.Type == DayTrigger.Date) data["date"] = new JsonObject { ["field"] = trigger.Field, ["value"] = date, ["day"] = about.Day, ["month"] = about.Month };
        if (trigger.Type == DayTrigger.Task) data["task"] = new JsonObject { ["title"] = "A task", ["kind"] = "task", ["status"] = "open", ["dueAt"] = date };
        if (trigger.Type == DayTrigger.Stale) data["opportunity"] = new JsonObject { ["name"] = "An opportunity", ["status"] = "open", ["idleDays"] = trigger.Rule.Days };
        return JsonSerializer.SerializeToElement(data);
    }
}
