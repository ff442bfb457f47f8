using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>WT: enrollments that sleep 30 s and then take one step. Lateness is the moment that step runs less the due time.</summary>
static class Sleepers
{
    public static async Task<JsonObject> Run(Options options, string count)
    {
        using var folder = new Folder();
        await using var host = await BenchHost.Start(folder.Path);
        var sleepers = int.Parse(count, CultureInfo.InvariantCulture);
        var (due, late) = (new ConcurrentDictionary<string, DateTimeOffset>(), new ConcurrentBag<double>());
        host.Store.Committed += (changes, _) =>
        {
            foreach (var change in changes.Changes)
                if (change is Change.Enroll { Enrollment: { Pending: Pending.Timer { Until: { } until } } e }) due[e.Id] = until;
        };
        host.Noop.Ran = id => late.Add((DateTimeOffset.UtcNow - due[id]).TotalMilliseconds);

        var finishes = new Finishes(host.Store);
        var (warming, workflow) = (await host.Publish(Steps.Chain([], Steps.Delay("PT1S"), Steps.Noop())), await host.Publish(Steps.Chain([], Steps.Delay("PT30S"), Steps.Noop())));
        var contacts = await host.Contacts(sleepers);
        await Load.Run(2000, 64, async i => await finishes.When((await host.Enroll(warming, contacts[i])).EnrollmentId!));
        late.Clear();
        // Both figures after a full collection: what sleeping itself holds on to.
        var awake = Settled();
        var (before, clock) = (Usage.Now(), Stopwatch.StartNew());
        await Load.Run(sleepers, 64, i => host.Enroll(workflow, contacts[i]));
        var (seconds, used) = (clock.Elapsed.TotalSeconds, Usage.Now() - before);
        await Task.Delay(1000);
        var asleep = Settled();
        while (finishes.Count < sleepers + 2000) await Task.Delay(200);
        return new()
        {
            ["startsPerSecond"] = Math.Round(sleepers / seconds), ["cpuMsPerStart"] = Math.Round(used.CpuSeconds * 1000 / sleepers, 4),
            ["asleepMB"] = Math.Round(asleep - awake, 1), ["latenessP50Ms"] = Percentiles.Of(late, 50), ["latenessP99Ms"] = Percentiles.Of(late, 99),
            ["peakRssMB"] = Usage.PeakResident(),
        };
    }

    static double Settled()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Usage.Resident();
    }
}
