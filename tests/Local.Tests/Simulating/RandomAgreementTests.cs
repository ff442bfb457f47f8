using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>The simulator and the real runner go the same way, whatever the workflow and whatever happens.</summary>
public sealed class RandomAgreementTests : IAsyncLifetime
{
    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    [Fact]
    public async Task Random_definitions_and_random_events_are_simulated_as_they_happen()
    {
        var (lines, enrolled, runs) = (0, 0, 60);
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(40), Prop.ForAll(RandomStory.Any.ToArbitrary(), story =>
        {
            var trace = Worlds.Agree(story).GetAwaiter().GetResult();
            lines += trace.Lines.Count;
            enrolled += trace.Enrollments.Count;
        })));
        // Otherwise they would have agreed about nothing.
        Assert.True(enrolled >= runs && lines >= 5 * runs, $"{enrolled} enrollments, {lines} lines");
    }
}
