using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>What a contact is said to get next is what really comes when time passes and nothing happens.</summary>
public sealed class ForesightTests : IAsyncLifetime
{
    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    public static TheoryData<string> Names => [.. Stories.All.Select(story => story.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_foreseen_is_what_comes(string name)
    {
        var story = Stories.All.Single(story => story.Name == name);
        // Told whole, a story may be over; before that somebody is on the way.
        Assert.NotNull(await Worlds.Foresee(story, 0, TimeSpan.FromMinutes(50)));
    }

    [Fact]
    public Task Whatever_the_contact_is_in_and_whenever_somebody_asks() =>
        Always(30, 15, from story in Steady.Any from minutes in Gen.Choose(0, 60 * 24 * 4) select (story, 0, minutes));

    [Fact]
    public Task Whatever_the_workflow_and_whatever_happened_before() =>
        Always(20, 0, from story in RandomStory.Any from happenings in Gen.Choose(0, 2) from minutes in Gen.Choose(0, 600) select (Tidy(story), happenings, minutes));

    // The practice is one and the same for all stories.
    static Story Tidy(Story story) => story with { Where = practice => story.Where(practice) with { Caps = [], SendingPaused = false } };

    async Task Always(int runs, int most, Gen<(Story Story, int Happenings, int Minutes)> any)
    {
        var (items, told) = (0, 0);
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(40), Prop.ForAll(any.ToArbitrary(), one =>
        {
            if (Worlds.Foresee(one.Story, one.Happenings, TimeSpan.FromMinutes(one.Minutes)).GetAwaiter().GetResult() is not { } ahead) return;
            items += ahead.Items.Count;
            told++;
        })));
        // Otherwise they would have agreed about nothing.
        Assert.True(told > runs / 4 && items >= most, $"{told} looks, {items} items");
    }
}
