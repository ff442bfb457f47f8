using System.Text.Json;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Does a trigger of time say all that it needs, and will it ever come? Its form cannot tell: which fields must be
/// filled in depends on another one.</summary>
static class TimeChecks
{
    public static IEnumerable<ConfigProblem> Run(string triggerType, JsonElement config) =>
        Wrong(triggerType, config) is { } wrong ? [new(LintCodes.BadSchedule, wrong.Pointer, $"has a schedule that cannot be kept. {wrong.Message}")] : [];

    static Misread? Wrong(string triggerType, JsonElement config)
    {
        if (triggerType == ScheduleDue.Descriptor.Type) return ScheduleJson.TryRead(config, out _, out var schedule) ? null : schedule;
        if (triggerType is not ("contact.birthday" or "contact.date" or "task.due" or "opportunity.stale")) return null;
        return DayRuleJson.TryRead(config, triggerType == "opportunity.stale" ? DaySide.After : null, out _, out var day) ? null : day;
    }
}
