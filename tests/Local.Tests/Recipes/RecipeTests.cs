using System.Text.RegularExpressions;
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
        var findings = (await demo.Check(made.Definition)).Where(finding => finding.Severity != Severity.Hint).ToList();
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

    [Fact]
    public async Task C3_after_a_visit_has_moved_only_reminders_of_the_new_time_go()
    {
        var texts = await Texts("Moved from Tuesday to Thursday after the 48-hour text");
        Assert.Equal(["Tue, Jun 9", "Thu, Jun 11", "tomorrow at 2:00 PM", "today at 2:00 PM"], texts.Select(text => Regex.Match(text, @"[A-Z][a-z]{2}, Jun \d+|(?:tomorrow|today) at [^.!]+M").Value));
    }

    [Fact]
    public async Task C4_a_visit_booked_three_hours_ahead_gets_only_the_two_hour_text() =>
        Assert.StartsWith("See you today at 12:00 PM!", Assert.Single(await Texts("Booked three hours ahead")), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public async Task No_text_of_a_recipe_is_longer_than_two_messages_or_asks_for_CANCEL(string key, string name)
    {
        var trace = await demo.Simulate(key, RecipeBook.Find(key)!.Trials.Single(trial => trial.Name == name));
        foreach (var text in trace.Lines.SelectMany(line => line.Messages ?? []).Where(message => message is { Channel: "sms", Purpose: not "team" }))
        {
            Assert.InRange(text.Segments!.Value, 1, 2);
            Assert.DoesNotMatch("(?i)\\bcancel\\b", text.Text);
        }
    }

    async Task<IReadOnlyList<string>> Texts(string trial)
    {
        var trace = await demo.Simulate("visit-reminders", RecipeBook.Find("visit-reminders")!.Trials.Single(one => one.Name == trial));
        return [.. trace.Lines.SelectMany(line => line.Messages ?? []).Select(message => message.Text!)];
    }
}
