using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>START: 500 enrollments one after the other, each of which parks on a long timer; until it is durable.</summary>
static class Starts
{
    public static async Task<JsonObject> Run(Options options, string variant)
    {
        using var folder = new Folder();
        await using var host = await BenchHost.Start(folder.Path);
        var workflow = await host.Publish(Steps.Chain([], Steps.Delay("P30D"), Steps.Noop()));
        var contacts = await host.Contacts(1000);
        await Load.Run(500, 1, i => host.Enroll(workflow, contacts[i]));
        var times = await Load.Run(500, 1, i => host.Enroll(workflow, contacts[500 + i]));
        return new() { ["p50Ms"] = Percentiles.Of(times, 50), ["p99Ms"] = Percentiles.Of(times, 99), ["perSecond"] = Math.Round(1000 / times.Average()) };
    }
}
