using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Does a scheduler say all that its kind of repeating needs, and will it ever come? Its form cannot tell: which
/// fields must be filled in depends on another one.</summary>
static class ScheduleCheck
{
    public static IEnumerable<ConfigProblem> Run(JsonElement config) =>
        ScheduleJson.TryRead(config, out _, out var wrong) ? [] : [new(LintCodes.BadSchedule, wrong.Pointer, $"has a schedule that cannot be kept. {wrong.Message}")];
}
