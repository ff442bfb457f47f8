using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Floor;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Bench.Workloads;

namespace AesthetixWorkflows.Bench;

/// <summary>Everything that can be measured: a name, its variants, and how one of them is run once.</summary>
sealed record Measurement(string Name, string[] Variants, Func<Options, string, Task<JsonObject>> Run, bool ByNameOnly = false);

static class Catalogue
{
    public static readonly Measurement[] All =
    [
        // The floor first: what the disk and SQLite alone can do.
        new("fsync", ["append"], (o, _) => Task.FromResult(FsyncFloor.Run(o))),
        new("floor", ["1", "64", "256"], (o, v) => Task.FromResult(SqliteFloor.Run(o, v))),
        new("w10", ["64", "256"], (o, v) => TenSteps.Run(o, v, Steps.Noop)),
        new("w10messages", ["64", "256"], (o, v) => TenSteps.Run(o, v, Steps.Text)),
        new("wt", ["10000"], Sleepers.Run),
        new("start", ["1"], Starts.Run),
        new("hooks", ["1 unmatched", "64 unmatched", "1 matched", "64 matched"], HookCalls.Run),
        new("matching", ["keyed", "unkeyed"], (o, v) => Task.FromResult(Matching.Run(o, v))),
        new("simulate", ["90 days, 30 steps"], Simulations.Run),
        new("startup", ["demo"], Startup.Run),
        new("million", ["1000", "1000000"], Waiting.Run, ByNameOnly: true),
    ];
}
