using System.Text.Json;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Recipes;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Simulating;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>A recipe's trial as the simulator takes it.</summary>
static partial class Trials
{
    public static IEnumerable<(Recipe Recipe, RecipeTrial Trial)> All => RecipeBook.All.SelectMany(recipe => recipe.Trials.Select(trial => (recipe, trial)));

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var (recipe, trial) in All) names.Add(recipe.Key, trial.Name);
            return names;
        }
    }

    public static Contact Contact(RecipeTrial trial) => trial.Contact.Deserialize<Contact>(ApiJson.Options)! with { CreatedAt = trial.StartAt };

    public static TriedEvent Event(TrialEvent e, RecipeTrial trial, string workflow, Definition definition)
    {
        if (e is { Type: ScheduleEvent.Type, Data: null }) return new(e.Type, ScheduleEvent.Of(workflow, definition.Triggers.Single(t => t.Type == e.Type), trial.StartAt).Data);
        var data = Moments().Replace(e.Data?.GetRawText() ?? "{}", match => JsonSerializer.Serialize(Moment(match.Groups[1].Value, trial)));
        return new(e.Type, JsonElement.Parse(data));
    }

    public static DateTimeOffset Moment(string after, RecipeTrial trial) =>
        after.StartsWith('-') && Durations.TryParse(after[1..], out var back) ? Durations.Add(trial.StartAt, back.Negate(), "UTC")
        : Durations.TryParse(after, out var length) ? Durations.Add(trial.StartAt, length, "UTC") : throw new InvalidOperationException(after);

    public static TimeSpan Horizon(RecipeTrial trial) => trial.Horizon is { } far ? Moment(far, trial) - trial.StartAt : SimulationLimits.Horizon;

    [GeneratedRegex("\"@(-?P[^\"]+)\"")]
    private static partial Regex Moments();
}
