using AesthetixWorkflows.Specs.Crashing;
using System.Globalization;
using AesthetixWorkflows.Local.Tests.Storage;
using Xunit.Abstractions;

namespace AesthetixWorkflows.Local.Tests.Killing;

/// <summary>The real process, killed with SIGKILL while it works. KILL_ROUNDS and KILL_ENROLLMENTS make it longer.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    static int Setting(string name, int normal) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : normal;

    [Fact]
    public async Task A_host_that_is_killed_again_and_again_loses_nothing_and_sends_nothing_twice()
    {
        var (rounds, people) = (Setting("KILL_ROUNDS", 3), Setting("KILL_ENROLLMENTS", 100));
        var random = new Random(20260801);
        using var folder = new DataFolder();
        await using var host = new HostProcess(folder.Path);
        var crowd = new Crowd(host);
        await host.Start();
        var workflow = await crowd.WorkflowId("Consultation request");

        // Each round: some come, the day passes for those who came before, and the process dies in the middle of it.
        for (var (round, came) = (0, 0); round < rounds; round++)
        {
            var (first, last) = (came, people * (round + 1) / rounds);
            came = last;
            var work = Task.Run(async () =>
            {
                if (round > 0) await crowd.Advance("P1D");
                await crowd.Come(first, last - first);
            });
            await Task.Delay(random.Next(5, 400));
            await host.Kill();
            await host.Start();
            await work;
        }
        await crowd.Advance("P1D");
        await Task.Delay(random.Next(5, 100));
        await host.Kill();
        await host.Start();
        await crowd.Advance("P1D");

        var until = DateTime.UtcNow.AddSeconds(60 + people / 10);
        List<System.Text.Json.JsonElement> runs;
        while ((runs = await crowd.All($"/api/enrollments?workflowId={workflow}")).Count(r => r.GetProperty("status").GetString() == "completed") < people)
        {
            Assert.True(DateTime.UtcNow < until, $"Not all are through: {string.Join(", ", runs.GroupBy(r => r.GetProperty("status").GetString()).Select(g => $"{g.Key} {g.Count()}"))}\n{host.Said}");
            await Task.Delay(100);
        }
        Assert.Equal(people, crowd.Accepted);
        Assert.Equal(people, runs.Count);
        Assert.Equal(people, runs.Select(r => r.GetProperty("contactId").GetString()).Distinct().Count());

        var messages = await crowd.All("/api/messages");
        var unknown = messages.Count(m => m.GetProperty("status").GetString() == "unknown");
        var lines = FlakyOutbox.Lines(host.Outbox);
        output.WriteLine($"{rounds} rounds, {people} enrollments, {crowd.Repeats} sends repeated, {lines.Count} messages, {unknown} unknown");
        Assert.All(lines, line => Assert.True(line.Value == 1, $"{line.Key} went {line.Value} times."));
        // Email, text, and the text of the day after.
        Assert.Equal(people * 3, lines.Count);
        Assert.Equal(people * 3, messages.Count);
        Assert.Equal(0, unknown);
    }
}
