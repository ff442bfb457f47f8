using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>The recipes in the demonstration practice, which has what they need.</summary>
public sealed class RecipeTests(Demonstration demo) : IClassFixture<Demonstration>
{
    public static TheoryData<string> Keys => [.. RecipeBook.All.Select(recipe => recipe.Key)];
    public static TheoryData<string, string> Names => Trials.Names;

    [Fact]
    public void There_are_thirty() => Assert.Equal(30, RecipeBook.All.Length);

    [Theory, MemberData(nameof(Keys))]
    public async Task C26_a_recipe_loads_lints_clean_and_finds_what_it_needs(string key)
    {
        var made = await demo.Make(key);
        Assert.Empty(made.Missing);
        Assert.Empty(made.Problems);
        var findings = (await demo.Check(made.Definition)).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task C26_a_trial_is_simulated_as_it_is_told(string key, string name)
    {
        var trial = RecipeBook.Find(key)!.Trials.Single(trial => trial.Name == name);
        var trace = await demo.Simulate(key, trial);
        var told = Brief.Of(trace, DefinitionReader.Read((await demo.Make(key)).Definition).Definition!);
        Assert.True(trial.Expect.SequenceEqual(told), $"expected:\n{string.Join('\n', trial.Expect)}\n\nfound:\n{string.Join('\n', told)}\n\n{string.Join('\n', trace.Events)}");
    }

    [Theory, MemberData(nameof(Keys))]
    public void A_recipe_has_a_way_through_and_a_way_out(string key) => Assert.InRange(RecipeBook.Find(key)!.Trials.Count, 2, 20);
}
