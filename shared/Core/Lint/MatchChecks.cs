using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Triggers and goals: can anything meet them, and not everything?</summary>
internal static class MatchChecks
{
    public static void Run(Definition definition, ILintCatalogue catalogue, Report report)
    {
        var seen = new HashSet<(string, string, string)>();
        for (var i = 0; i < definition.Triggers.Length; i++)
        {
            var (trigger, pointer) = (definition.Triggers[i], JsonPointer.Below("/triggers", i));
            if (!trigger.Enabled || !catalogue.TriggerTypes.Contains(trigger.Type)) continue;
            var spoken = $"The trigger “{trigger.Name ?? trigger.Type}”";
            if (!seen.Add((trigger.Type, Parts.WriteCondition(trigger.Filters).ToJsonString(), trigger.Config.GetRawText())))
                report.Workflow(LintCodes.SameTrigger, pointer, $"{spoken} is there twice: same event, same filters.");
            if (catalogue.IsFrequent(trigger.Type) && trigger.Filters is Condition.All { Items.IsDefaultOrEmpty: true })
                report.Workflow(LintCodes.NoisyTrigger, pointer + "/filters", $"{spoken} has no filter, and the event comes often: the workflow starts for every one.");
            if (Contradicting(trigger.Filters, catalogue.FieldsOf(trigger.Type).AddRange(catalogue.CommonFields)) is { } field)
                report.Workflow(LintCodes.NeverMatches, pointer + "/filters", $"{spoken} asks “{field}” to be two things at once, so nothing matches.");
        }
        foreach (var goal in definition.Steps.Values.OfType<Step.Goal>().Where(goal => goal.Enabled).OrderBy(goal => goal.Id, StringComparer.Ordinal))
            for (var i = 0; i < goal.Events.Length; i++)
                Goal(goal, i, catalogue, report);
    }

    static void Goal(Step.Goal goal, int number, ILintCatalogue catalogue, Report report)
    {
        var (met, below) = (goal.Events[number], JsonPointer.Below("/config/events", number));
        if (!catalogue.TriggerTypes.Contains(met.Type)) return;
        if (!catalogue.IsAboutContact(met.Type)) report.Step(LintCodes.GoalNeverMet, goal, below + "/type", $"waits for “{met.Type}”, which is about no contact: nobody ever meets it.");
        if (Contradicting(met.Filters, catalogue.FieldsOf(met.Type).AddRange(catalogue.CommonFields)) is { } field)
            report.Step(LintCodes.NeverMatches, goal, below + "/filters", $"asks “{field}” to be two things at once, so nothing meets it.");
    }

    /// <summary>A field that all rows together ask to be two different texts, or a text and empty.</summary>
    static string? Contradicting(Condition condition, ImmutableArray<KnownField> fields) => condition is Condition.All { Items.IsDefault: false } all
        ? all.Items.OfType<Condition.Test>().Where(test => !fields.Any(field => field.Many && field.Covers(test.Field)))
            .GroupBy(test => test.Field, StringComparer.Ordinal)
            .FirstOrDefault(rows => rows.Select(Wanted).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any())?.Key
        : null;

    static string? Wanted(Condition.Test row) => (row.Op, row.Value.ValueKind) switch
    {
        ("is", JsonValueKind.String) when row.Value.GetString()!.Trim() is var text && !text.Contains("{{", StringComparison.Ordinal) => text,
        ("empty", _) => "",
        _ => null,
    };
}
