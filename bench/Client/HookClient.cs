using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;

namespace AesthetixWorkflows.Bench.Client;

/// <summary>The other side of the hook workload: a process of its own, so that the host's figures are the host's.</summary>
static class HookClient
{
    public static async Task<int> Go(string[] args)
    {
        var (address, connections, calls, mark) = (new Uri(args[0]), int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture), args[3]);
        var lines = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => HookLine.Open(address)));
        // The client's own code gets warm first; calls to a hook that does not exist change nothing.
        foreach (var line in lines)
            for (var i = 0; i < Math.Max(5, 300 / connections); i++) await line.Post("nowhere", "email=nobody%40example.com", expected: 404);

        var free = new System.Collections.Concurrent.ConcurrentBag<HookLine>(lines);
        var clock = Stopwatch.StartNew();
        var times = await Load.Run(calls, connections, async i =>
        {
            free.TryTake(out var line);
            await line!.Post("bench", $"name=Maya+Number+{i}&email=maya{i}{mark}%40patients.example&phone=%2B1212555{i % 10000:D4}&treatment=Laser+peel&message=I+would+like+to+know+more+about+it", expected: 202);
            free.Add(line);
        });
        Console.WriteLine(new JsonObject
        {
            ["hooksPerSecond"] = Math.Round(calls / clock.Elapsed.TotalSeconds), ["p50Ms"] = Percentiles.Of(times, 50), ["p99Ms"] = Percentiles.Of(times, 99),
            ["maxMs"] = Percentiles.Of(times, 100), ["clientCpuMsPerHook"] = Math.Round(Environment.CpuUsage.TotalTime.TotalMilliseconds / calls, 4),
        }.ToJsonString());
        foreach (var line in lines) line.Dispose();
        return 0;
    }
}
