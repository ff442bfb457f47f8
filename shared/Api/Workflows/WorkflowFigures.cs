using System.Collections.Concurrent;
using System.Diagnostics;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>Workflows with how they do. A store that counts at once is always asked; what took long is remembered for a minute.</summary>
sealed class WorkflowFigures(IStore store)
{
    static readonly TimeSpan Long = TimeSpan.FromMilliseconds(50), Fresh = TimeSpan.FromMinutes(1);
    const int AtOnce = 8, MostRemembered = 5000;

    readonly ConcurrentDictionary<(string, string), (IReadOnlyDictionary<EnrollmentStatus, long> Counts, long At)> _slow = new();

    public async Task<IReadOnlyList<WorkflowView>> Of(string practice, IReadOnlyList<Stored<Workflow>> workflows, CancellationToken ct)
    {
        var marked = await Marked(practice, ct);
        var views = new WorkflowView[workflows.Count];
        await Parallel.ForAsync(0, workflows.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (i, stop) =>
        {
            // Nobody can have entered what was never published.
            var counts = workflows[i].Body.Version == 0 ? null : await Counts(practice, workflows[i].Id, stop);
            views[i] = WorkflowView.Of(workflows[i]) with { NeedsReview = marked.Contains(workflows[i].Id), Figures = Figures.Of(counts) };
        });
        return views;
    }

    public async Task<IReadOnlySet<string>> Marked(string practice, CancellationToken ct) =>
        (await Reviews.All(store, practice, ct)).Where(review => review.Body.AcknowledgedAt is null).Select(review => review.Id).ToHashSet();

    async Task<IReadOnlyDictionary<EnrollmentStatus, long>> Counts(string practice, string workflow, CancellationToken ct)
    {
        if (_slow.TryGetValue((practice, workflow), out var known) && Stopwatch.GetElapsedTime(known.At) < Fresh) return known.Counts;
        var began = Stopwatch.GetTimestamp();
        var counts = await store.CountsOf(practice, workflow, ct);
        if (Stopwatch.GetElapsedTime(began) > Long)
        {
            if (_slow.Count >= MostRemembered) _slow.Clear();
            _slow[(practice, workflow)] = (counts, Stopwatch.GetTimestamp());
        }
        return counts;
    }
}

/// <summary>How many contacts: in it now, ever entered, through it or taken out of it, and failed and not taken up again.</summary>
public sealed record Figures(long InIt, long Entered, long Finished, long Failing)
{
    public static Figures Of(IReadOnlyDictionary<EnrollmentStatus, long>? counts)
    {
        long Sum(params ReadOnlySpan<EnrollmentStatus> of)
        {
            var sum = 0L;
            foreach (var status in of) sum += counts?.GetValueOrDefault(status) ?? 0;
            return sum;
        }
        return new(Sum(EnrollmentStatus.Scheduled, EnrollmentStatus.Active, EnrollmentStatus.Waiting, EnrollmentStatus.Paused), counts?.Values.Sum() ?? 0,
            Sum(EnrollmentStatus.Completed, EnrollmentStatus.Exited), Sum(EnrollmentStatus.Failed));
    }
}
