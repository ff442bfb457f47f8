namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>The simulator and the real runner go the same way, step for step, and say the same words.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    TwoWorlds Worlds { get; } = new();

    public Task InitializeAsync() => Worlds.Open();

    public async Task DisposeAsync() => await Worlds.DisposeAsync();

    public static TheoryData<string> Names => [.. Stories.All.Select(story => story.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task C21_what_is_simulated_is_what_happens(string name) =>
        Assert.NotNull(await Worlds.Agree(Stories.All.Single(story => story.Name == name)));
}
