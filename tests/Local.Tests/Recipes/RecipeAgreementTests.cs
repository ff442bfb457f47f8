using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>What a trial shows is what the real host does.</summary>
public sealed class RecipeAgreementTests(Demonstration demo) : IClassFixture<Demonstration>, IAsyncLifetime
{
    const string Workflow = "wf_recipe";

    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    public static TheoryData<string, string> Names => Trials.Names;

    [Theory, MemberData(nameof(Names))]
    public async Task C21_a_trial_of_a_recipe_is_what_happens(string key, string name)
    {
        var (trial, json) = (RecipeBook.Find(key)!.Trials.Single(trial => trial.Name == name), (await demo.Make(key)).Definition);
        var definition = DefinitionReader.Read(json).Definition!;
        Happening Told(TimeSpan after, TrialEvent e) => new(after, e.Type, Trials.Event(e, trial, Workflow, definition).Data.GetRawText());
        var story = new Story(name, json, Told(TimeSpan.Zero, trial.Event), [.. (trial.Script ?? []).Select(entry => Told(Trials.Moment(entry.After, trial) - trial.StartAt, entry.Event))])
        {
            Id = Workflow, Start = trial.StartAt - StoppedClock.Monday, Horizon = Trials.Horizon(trial),
            Who = _ => Trials.Contact(trial), Where = _ => DemoPractice.Lumina with { TextHours = null },
            With = changes =>
            {
                DemoFurniture.Put(changes);
                changes.Put(Kinds.Contact, "con_maya", new Contact { FirstName = "Maya", Email = "maya@patients.example", CreatedAt = trial.StartAt }, 0);
            },
        };
        Assert.NotNull(await Worlds.Agree(story));
    }
}
