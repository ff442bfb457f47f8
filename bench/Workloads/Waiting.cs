using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Reporting;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>A file with a thousand or a million waiting enrollments: how long a restart takes, how much memory it holds,
/// how late a wake-up is, and what a step of W10 costs in it.</summary>
static class Waiting
{
    public static async Task<JsonObject> Run(Options options, string count)
    {
        using var folder = new Folder();
        var waiting = int.Parse(count, CultureInfo.InvariantCulture);
        var filling = Stopwatch.StartNew();
        await using (var host = await BenchHost.Start(folder.Path)) await Fill(host, waiting);
        var row = new JsonObject { ["fillSeconds"] = Math.Round(filling.Elapsed.TotalSeconds, 1), ["fileMB"] = new FileInfo(Path.Combine(folder.Path, "aesthetix.db")).Length >> 20 };

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var opening = Stopwatch.StartNew();
        await using var again = await BenchHost.Start(folder.Path);
        using var http = new HttpClient();
        using (var answer = await http.GetAsync(new Uri($"{again.Address}/health/ready"))) answer.EnsureSuccessStatusCode();
        row["readyMs"] = Math.Round(opening.Elapsed.TotalMilliseconds);
        await Task.Delay(3000);
        row["waitingRssMB"] = Usage.Resident();

        var late = new List<double>();
        again.Noop.Ran = _ => late.Add(Stopwatch.GetTimestamp());
        var (finishes, workflow) = (new Finishes(again.Store), await again.Publish(Steps.Chain([], Steps.Delay("PT1S"), Steps.Noop())));
        foreach (var contact in await again.Contacts(5))
        {
            var begun = Stopwatch.GetTimestamp();
            await finishes.When((await again.Enroll(workflow, contact)).EnrollmentId!);
            late[^1] = (late[^1] - begun) * 1000 / Stopwatch.Frequency - 1000;
        }
        again.Noop.Ran = null;
        row["wakeUpP50Ms"] = Percentiles.Of(late, 50);
        row["wakeUpMaxMs"] = Percentiles.Of(late, 100);
        foreach (var (key, value) in await TenSteps.On(again, options, 256, Steps.Noop)) row[key] = value?.DeepClone();
        return row;
    }

    static async Task Fill(BenchHost host, int count)
    {
        var workflow = await host.Publish(Steps.Chain([], Steps.Delay("P30D"), Steps.Noop()));
        var contacts = await host.Contacts(Math.Min(count, 100_000));
        var now = DateTimeOffset.UtcNow;
        foreach (var part in Enumerable.Range(0, count).Chunk(2000))
        {
            var changes = new ChangeSet(BenchHost.Practice);
            foreach (var i in part)
            {
                var id = host.Ids.New("enr");
                changes.Add(new Change.Enroll(new Enrollment
                {
                    Id = id, Practice = BenchHost.Practice, WorkflowId = workflow, Version = 1, ContactId = contacts[i % contacts.Length], ScopeKey = "contact",
                    Zone = "America/New_York", EnrolledAt = now, Status = EnrollmentStatus.Waiting, StepId = "s1",
                    Pending = new Pending.Timer($"{id}/s1/1", "delay", now, now.AddDays(1 + i % 30)), Visits = OneVisit,
                }, Alone: false));
            }
            await host.Store.Commit(changes);
        }
    }

    static readonly System.Collections.Immutable.ImmutableDictionary<string, int> OneVisit =
        System.Collections.Immutable.ImmutableDictionary<string, int>.Empty.Add("s1", 1);
}
