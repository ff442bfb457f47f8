using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>A recipe's trial as a story that the real host can be told.</summary>
static class Stage
{
    public static async Task<Story> Of(Demonstration demo, string key, RecipeTrial trial, string workflow)
    {
        var json = (await demo.Make(key)).Definition;
        var definition = DefinitionReader.Read(json).Definition!;
        Happening Told(TimeSpan after, TrialEvent e) => new(after, e.Type, Trials.Event(e, trial, workflow, definition).Data.GetRawText());
        return new Story(trial.Name, json, Told(TimeSpan.Zero, trial.Event), [.. (trial.Script ?? []).Select(entry => Told(Trials.Moment(entry.After, trial) - trial.StartAt, entry.Event))])
        {
            Id = workflow, Start = trial.StartAt - StoppedClock.Monday, Horizon = Trials.Horizon(trial),
            Who = _ => Trials.Contact(trial), Where = _ => DemoPractice.Lumina with { TextHours = null },
            With = changes =>
            {
                DemoFurniture.Put(changes);
                changes.Put(Kinds.Contact, "con_maya", new Contact { FirstName = "Maya", Email = "maya@patients.example", CreatedAt = trial.StartAt }, 0);
            },
        };
    }
}
