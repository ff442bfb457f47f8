using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>A contact on the way through a recipe gets what the front desk was told would come.</summary>
public sealed class RecipeForesightTests(Demonstration demo) : IClassFixture<Demonstration>, IAsyncLifetime
{
    const string Workflow = "wf_recipe";

    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    public static TheoryData<string, string> Names => Trials.Names;

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_foreseen_of_a_recipe_is_what_comes(string key, string name)
    {
        var trial = RecipeBook.Find(key)!.Trials.Single(trial => trial.Name == name);
        // Each trial is asked somewhere else on its way: always the same place, so that a failure can be told again.
        var (entries, odd) = ((trial.Script ?? []).Count, name.Sum(letter => letter));
        Assert.NotNull(await Worlds.Foresee(await Stage.Of(demo, key, trial, Workflow), odd % (entries + 1), TimeSpan.FromMinutes(odd % 5 == 0 ? 0 : 7 * odd % 1500)));
    }
}
