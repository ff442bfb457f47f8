using System.Diagnostics;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Stage;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>Forms of people nobody knows yet, posted from another process over real connections; answered when durable.
/// Matched: a published workflow takes each of them in (and parks it on a timer). Either way each becomes a contact.</summary>
static class HookCalls
{
    public static async Task<JsonObject> Run(Options options, string variant)
    {
        using var folder = new Folder();
        await using var host = await BenchHost.Start(folder.Path);
        var connections = variant.Split(' ')[0];
        var matched = variant.EndsWith(" matched", StringComparison.Ordinal);
        await host.Publish(Steps.Chain([Steps.Trigger("form.submitted", ("form.id", "is", matched ? "consultation" : "another"))], Steps.Delay("P1D"), Steps.Noop()));
        await host.Hook("bench", "form.submitted");
        var calls = options.Number("calls", connections == "1" ? 3000 : 20_000);

        await Client(host, connections, Math.Min(calls, 5000), "warm");
        await Drained(host);
        var (before, clock) = (Usage.Now(), Stopwatch.StartNew());
        var row = await Client(host, connections, calls, "run");
        row["backlogAtEnd"] = (await host.Store.Unrouted(int.MaxValue)).Count;
        await Drained(host);
        var (seconds, used) = (clock.Elapsed.TotalSeconds, Usage.Now() - before);
        row["routedPerSecond"] = Math.Round(calls / seconds);
        row["cpuMsPerHookRouted"] = Math.Round(used.CpuSeconds * 1000 / calls, 4);
        row["allocatedBytesPerHook"] = used.Allocated / calls;
        row["peakRssMB"] = Usage.PeakResident();
        return row;
    }

    static async Task Drained(BenchHost host)
    {
        while ((await host.Store.Unrouted(1)).Count > 0) await Task.Delay(20);
    }

    static async Task<JsonObject> Client(BenchHost host, string connections, int calls, string mark)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, ["hookclient", host.Address, connections, $"{calls}", mark]) { RedirectStandardOutput = true };
        using var client = Process.Start(info)!;
        var text = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return JsonNode.Parse(text)!.AsObject();
    }
}
