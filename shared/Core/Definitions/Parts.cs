using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>The one place where the definition's reader, writer and linter meet the shapes of other features:
/// conditions, windows, durations and merge fields.</summary>
internal static class Parts
{
    /// <param name="report">Told where (a pointer below the condition) and what is wrong.</param>
    public static Condition ReadCondition(JsonElement json, Action<string, string> report)
    {
        var reading = ConditionJson.Read(json);
        foreach (var problem in reading.Problems) report(problem.Pointer, problem.Message);
        return reading.Condition;
    }

    public static JsonNode WriteCondition(Condition condition) => JsonNode.Parse(ConditionJson.Write(condition).GetRawText())!;

    /// <summary>The window, or null when it cannot be read; the message says why.</summary>
    public static Window? ReadWindow(JsonElement json, out string? problem)
    {
        var read = WindowJson.TryRead(json, out var window, out var error);
        problem = error?.Message;
        return read ? window : null;
    }

    public static JsonNode WriteWindow(Window window)
    {
        var hours = new JsonObject();
        foreach (var (day, stretches) in window.Hours.OrderBy(pair => Weekdays.Place(pair.Key)))
            hours[Weekdays.Name(day)] = new JsonArray([.. stretches.Select(stretch => new JsonArray(WriteTime(stretch.From), WriteTime(stretch.To)))]);
        return new JsonObject { ["hours"] = hours };
    }

    public static string WriteTime(TimeOnly time) => ClockTimes.Write(time);

    public static TimeOnly? ReadTime(string? text) => ClockTimes.TryParse(text, out var time) ? time : null;

    /// <param name="signed">Offsets may point backwards: <c>-PT2H</c>.</param>
    public static bool IsDuration(string text, bool signed = false) =>
        Durations.TryParse(text, out var duration) && (signed || !duration.IsNegative);

    /// <summary>The fields that a text names between braces.</summary>
    public static ImmutableArray<string> TemplateFields(string text) => Template.Parse(text).Fields;

    /// <summary>What is wrong with the braces of a text, of each kind the first.</summary>
    public static IEnumerable<(FindingCode Code, string Message)> TemplateProblems(string text) =>
        Template.Parse(text).Problems.DistinctBy(problem => problem.Fault).Select(problem => (problem.Fault switch
        {
            TemplateFault.Field => LintCodes.BadTemplate,
            TemplateFault.Unclosed => LintCodes.UnclosedBlock,
            TemplateFault.Stray => LintCodes.StrayBlock,
            TemplateFault.Block => LintCodes.UnknownBlock,
            _ => throw new InvalidOperationException($"A fault of unknown kind: {problem.Fault}."),
        }, problem.Message));
}
