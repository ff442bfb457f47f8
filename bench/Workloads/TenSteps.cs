using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>W10: 2,000 enrollments of ten durable actions each, 64 or 256 in flight; latency from the enroll call until the
/// end is on disk. With another step: the same with messages.</summary>
static class TenSteps
{
    const int Steps = 10;

    public static async Task<JsonObject> Run(Options options, string inFlight, Func<JsonObject> step)
    {
        using var folder = new Folder();
        await using var host = await BenchHost.Start(folder.Path);
        return await On(host, options, int.Parse(inFlight, CultureInfo.InvariantCulture), step);
    }

    public static async Task<JsonObject> On(BenchHost host, Options options, int inFlight, Func<JsonObject> step)
    {
        var enrollments = options.Number("enrollments", 2000);
        // A host runs for months: its code is warm. --warm=0 measures a process that has just begun.
        var warm = options.Number("warm", 2000);
        var finishes = new Finishes(host.Store);
        var workflow = await host.Publish(Stage.Steps.Chain([], [.. Enumerable.Range(0, Steps).Select(_ => step())]));
        var contacts = await host.Contacts(warm + enrollments);
        Task One(string contact) => Enrolled(host, workflow, contact, finishes);
        await Load.Run(warm, inFlight, i => One(contacts[i]));
        if (warm > 0) await Task.Delay(500);

        var bytes = await host.BytesAtRest();
        var (before, groups, clock) = (Usage.Now(), host.Store.Groups, Stopwatch.StartNew());
        var times = await Load.Run(enrollments, inFlight, i => One(contacts[warm + i]));
        var (seconds, after, fsyncs) = (clock.Elapsed.TotalSeconds, Usage.Now(), host.Store.Groups - groups);
        var used = after - before;
        var kept = await host.BytesAtRest() - bytes;
        double total = enrollments * Steps;
        return new()
        {
            ["stepsPerSecond"] = Math.Round(total / seconds), ["cpuMsPerStep"] = Math.Round(used.CpuSeconds * 1000 / total, 4),
            ["p50Ms"] = Percentiles.Of(times, 50), ["p99Ms"] = Percentiles.Of(times, 99),
            ["stepsPerFsync"] = Math.Round(total / fsyncs, 1), ["allocatedBytesPerStep"] = Math.Round(used.Allocated / total),
            ["peakRssMB"] = Usage.PeakResident(), ["keptBytesPerEnrollment"] = kept / enrollments,
            ["writtenBytesPerEnrollment"] = ((Usage.Now() - before).WrittenBytes) / enrollments, ["warm"] = warm,
        };
    }

    static async Task Enrolled(BenchHost host, string workflow, string contact, Finishes finishes)
    {
        var result = await host.Enroll(workflow, contact);
        await finishes.When(result.EnrollmentId ?? throw new InvalidOperationException(result.Refused));
    }
}
