using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Simulating;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>A workflow of 30 steps over 90 days (ten rounds of a wait of nine days, an email and a text) is simulated again
/// and again over the embedded host's store. The first run is told apart: the code is cold.</summary>
static class Simulations
{
    const int Rounds = 10;

    public static async Task<JsonObject> Run(Options options, string variant)
    {
        using var folder = new Folder();
        await using var host = await BenchHost.Start(folder.Path);
        var contact = (await host.Contacts(1))[0];
        var json = Steps.Chain([Steps.Trigger("form.submitted", ("form.id", "is", "consultation"))],
            [.. Enumerable.Range(0, Rounds).SelectMany(_ => new[] { Steps.Delay("P9D"), Steps.Email(), Steps.Text() })]);
        var workflow = await host.Publish(json);
        var simulator = new Simulator(host.Store, Builtin.Catalogue(), new WorkflowBook(host.Store, TimeProvider.System, TimeSpan.FromHours(1)));
        var request = new SimulationRequest
        {
            Practice = BenchHost.Practice, WorkflowId = workflow, Definition = DefinitionReader.Read(json).Definition!, Json = json, ContactId = contact,
            Event = new("form.submitted", JsonElement.Parse("""{"form":{"id":"consultation"}}""")), StartAt = new DateTimeOffset(2026, 6, 1, 13, 0, 0, TimeSpan.Zero),
        };

        var (first, times) = (await Once(simulator, request), new List<double>());
        for (var i = 0; i < 200; i++) await Once(simulator, request);
        var begun = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < options.Number("runs-each", 500); i++) times.Add(await Once(simulator, request));
        return new()
        {
            ["firstMs"] = Math.Round(first, 1), ["p50Ms"] = Percentiles.Of(times, 50), ["p99Ms"] = Percentiles.Of(times, 99),
            ["allocatedBytes"] = (GC.GetTotalAllocatedBytes(precise: true) - begun) / times.Count,
        };
    }

    static async Task<double> Once(Simulator simulator, SimulationRequest request)
    {
        var clock = Stopwatch.GetTimestamp();
        var trace = await simulator.Run(request);
        var took = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var sent = trace.Lines.Count(line => line.Messages is not null);
        return sent == 2 * Rounds && trace.EndedAt - trace.StartedAt == TimeSpan.FromDays(90) ? took
            : throw new InvalidOperationException($"It sent {sent} messages until {trace.EndedAt}: {trace.Ended.Words}");
    }
}
