using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>The simulator and the real runner go the same way, whatever the workflow and whatever happens.</summary>
public sealed class RandomAgreementTests : IAsyncLifetime
{
    /// <summary>Circles with short waits go round for ever; the real host would take minutes for nothing new.</summary>
    const int MostLines = 200;

    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    [Fact]
    public async Task Random_definitions_and_random_events_are_simulated_as_they_happen()
    {
        var (lines, told, runs) = (0, 0, 60);
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(40), Prop.ForAll(RandomStory.Any.ToArbitrary(), story =>
        {
            if (Worlds.Agree(story, MostLines).GetAwaiter().GetResult() is not { } trace) return;
            lines += trace.Lines.Count;
            told++;
        })));
        // Otherwise they would have agreed about nothing.
        Assert.True(told > runs / 2 && lines >= 3 * runs, $"{told} stories, {lines} lines");
    }
}
