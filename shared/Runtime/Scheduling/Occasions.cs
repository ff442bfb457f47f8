using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Scheduling.Days;

namespace AesthetixWorkflows.Runtime.Scheduling;

/// <summary>Events that time makes are for one trigger of one workflow: they name both and start no other.</summary>
public static class Occasions
{
    /// <summary>Where an event of a date says whose it is.</summary>
    public const string Root = "occasion";

    /// <summary>What an event must satisfy to start this trigger. As rows of the filter, the index finds them by the id they
    /// name, and a thousand schedules cost an event no more than its own.</summary>
    public static Condition FiltersOf(string workflowId, TriggerDefinition trigger) =>
        Names(workflowId, trigger) is { } names ? new Condition.All([names, trigger.Filters]) : trigger.Filters;

    /// <summary>Whether the event is this trigger's own, or nobody's in particular.</summary>
    public static bool IsFor(string workflowId, TriggerDefinition trigger, Setting setting) => (Names(workflowId, trigger) ?? Condition.Always).Evaluate(setting);

    static Condition? Names(string workflowId, TriggerDefinition trigger)
    {
        if (trigger.Type == ScheduleEvent.Type) return Both("schedule");
        // Another system may know of birthdays too; its event names no trigger and is for all of them.
        return DayTrigger.Is(trigger.Type) ? new Condition.Any([new Condition.Test(Root + ".triggerId", "empty", default), Both(Root)]) : null;

        Condition.All Both(string root) => new([Is(root + ".workflowId", workflowId), Is(root + ".triggerId", trigger.Id)]);
    }

    static Condition.Test Is(string field, string id) => new(field, "is", JsonSerializer.SerializeToElement(id));
}
