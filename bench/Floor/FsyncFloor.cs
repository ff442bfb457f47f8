using System.Diagnostics;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;

namespace AesthetixWorkflows.Bench.Floor;

/// <summary>What the disk itself answers: 4 kB appended and fsynced, again and again.</summary>
static class FsyncFloor
{
    public static JsonObject Run(Options options)
    {
        using var folder = new Folder();
        var block = new byte[4096];
        Random.Shared.NextBytes(block);
        var times = new List<double>();
        using var handle = File.OpenHandle(Path.Combine(folder.Path, "fsync.bin"), FileMode.Create, FileAccess.ReadWrite);
        var clock = Stopwatch.StartNew();
        for (long offset = 0; clock.Elapsed.TotalSeconds < options.Number("seconds", 3); offset += block.Length)
        {
            var begun = clock.Elapsed.TotalMilliseconds;
            RandomAccess.Write(handle, block, offset);
            RandomAccess.FlushToDisk(handle);
            times.Add(clock.Elapsed.TotalMilliseconds - begun);
        }
        return new()
        {
            ["perSecond"] = Math.Round(times.Count / clock.Elapsed.TotalSeconds),
            ["p50Ms"] = Percentiles.Of(times, 50), ["p99Ms"] = Percentiles.Of(times, 99), ["maxMs"] = Percentiles.Of(times, 100),
        };
    }
}
