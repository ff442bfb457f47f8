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
        var trial = RecipeBook.Find(key)!.Trials.Single(trial => trial.Name == name);
        Assert.NotNull(await Worlds.Agree(await Stage.Of(demo, key, trial, Workflow)));
    }
}
