using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Local.Tests.Killing;
using AesthetixWorkflows.Local.Tests.Storage;

namespace AesthetixWorkflows.Local.Tests.Journeys;

/// <summary>Starting, stopping and starting again.</summary>
public sealed class OpeningJourney
{
    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        await using var visitor = new Visitor();
        await visitor.Open();
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => LocalHost.Start(visitor.Options));
        Assert.Contains(visitor.Folder, refused.Message, StringComparison.Ordinal);
        await visitor.Form("grace@example.test");
        await visitor.Messages(await visitor.Contact("grace@example.test"), 2);
    }

    [Fact]
    public async Task Stopped_and_started_again_it_knows_everything_and_sends_nothing_again()
    {
        await using var visitor = new Visitor();
        await visitor.Open();
        await visitor.Form("grace@example.test");
        var grace = await visitor.Contact("grace@example.test");
        await visitor.Messages(grace, 2);
        await visitor.PassTime("PT12H");
        var before = await visitor.Now();
        await visitor.Close();

        await visitor.Open();
        Assert.True(await visitor.Now() >= before);
        Assert.Single(await visitor.Runs(grace, runs => runs.All(r => r.Text("status") == "waiting")));
        await visitor.Messages(grace, 2);
        await visitor.PassTime("PT12H");
        await visitor.Messages(grace, 3);
    }

    [Fact]
    public async Task As_a_process_it_says_why_it_will_not_start_twice_and_ends_in_good_order()
    {
        using var folder = new DataFolder();
        await using var first = new HostProcess(folder.Path);
        await first.Start();
        await using var second = new HostProcess(folder.Path);
        second.Launch();
        await second.Exited();
        Assert.Equal(3, second.ExitCode);
        Assert.Contains("Another host is running on this data folder", second.Said, StringComparison.Ordinal);
        await first.Stop();
        Assert.Equal(0, first.ExitCode);
        await first.Start();
    }
}
