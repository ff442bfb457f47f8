using System.Collections.Concurrent;
using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Comparing;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Statistics;

/// <summary>A workflow's figures: steps from the store's counters, triggers and messages from what was kept lately.</summary>
public sealed class StatsReader(IStore store, ProductCatalogue catalogue, PracticeBook practices, TimeProvider clock)
{
    /// <summary>Who stands where is looked at while it happens; what is gathered from events and messages costs more.</summary>
    static readonly TimeSpan StepsKept = TimeSpan.FromSeconds(5), GatheredKept = TimeSpan.FromMinutes(1), LookBack = TimeSpan.FromDays(30);
    const int MostRemembered = 500;

    readonly PrivateFields _private = new(catalogue);
    readonly ConcurrentDictionary<(string, string, long), (WorkflowStats What, long Until)> _stats = new();
    readonly ConcurrentDictionary<(string, string, long), (Gathered What, long Until)> _gathered = new();

    public async Task<WorkflowStats> Read(string practice, Stored<Workflow> workflow, CancellationToken ct = default)
    {
        // A workflow that was published a moment ago has other triggers.
        var key = (practice, workflow.Id, workflow.Revision);
        if (_stats.TryGetValue(key, out var known) && known.Until > clock.GetTimestamp()) return known.What;
        var gathered = _gathered.TryGetValue(key, out var lately) && lately.Until > clock.GetTimestamp()
            ? lately.What : Remember(_gathered, key, await Gather(practice, workflow, ct), GatheredKept);
        return Remember(_stats, key, await Count(practice, workflow, gathered, ct), StepsKept);
    }

    T Remember<T>(ConcurrentDictionary<(string, string, long), (T What, long Until)> known, (string, string, long) key, T what, TimeSpan kept)
    {
        if (known.Count >= MostRemembered) known.Clear();
        known[key] = (what, clock.GetTimestamp() + (long)(kept.TotalSeconds * clock.TimestampFrequency));
        return what;
    }

    async Task<Gathered> Gather(string practice, Stored<Workflow> workflow, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - LookBack;
        var kept = workflow.Body.Version > 0 ? await store.Find(Kinds.Version, practice, $"{workflow.Id}.{workflow.Body.Version}", ct) : null;
        var definition = DefinitionReader.Read(kept?.Body.Definition ?? workflow.Body.Draft).Definition ?? new(Definition.CurrentSchema, WorkflowSettings.Default, [], null, ImmutableDictionary<string, Step>.Empty);
        var triggers = new TriggerFigures(workflow.Id, definition);
        await triggers.Read(store, practice, await practices.Of(practice, ct), since, now, ct);
        var messages = definition.Steps.Values.Any(IsSend) ? await MessageFigures.Read(store, practice, workflow.Id, since, now, ct) : new MessageFigures();
        return new(now, since, definition, triggers, messages);
    }

    async Task<WorkflowStats> Count(string practice, Stored<Workflow> workflow, Gathered gathered, CancellationToken ct)
    {
        var (now, since, definition, triggers, messages) = gathered;
        var steps = (await store.StepsOf(practice, workflow.Id, ct)).ToLookup(s => s.StepId);
        var cut = triggers.CutOffAt > messages.CutOffAt || messages.CutOffAt is null ? triggers.CutOffAt : messages.CutOffAt;
        return new(now, since, cut, await store.CountsOf(practice, workflow.Id, ct), [.. triggers.Tell().Select(Discreet)],
            [.. ReadingOrder.Of(definition).Union(steps.Select(s => s.Key).Order(StringComparer.Ordinal)).Select(id => Step(id, definition.Find(id), [.. steps[id]], messages))]);
    }

    sealed record Gathered(DateTimeOffset Now, DateTimeOffset Since, Definition Definition, TriggerFigures Triggers, MessageFigures Messages);
    /// <summary>Figures are for everybody who looks after workflows; who the contacts are is not.</summary>
    TriggerStats Discreet(TriggerStats trigger) => trigger with
    {
        Reasons = [.. trigger.Reasons.Select(reason => reason with { Found = _private.Hide(reason.Field, reason.Found) })],
    };

    StepStats Step(string id, Step? step, IReadOnlyList<StepCount> counts, MessageFigures messages)
    {
        long Sum(params ReadOnlySpan<Happened> whats)
        {
            var sum = 0L;
            foreach (var count in counts)
                if (count is { What: { } what, Code: not StepCodes.Left } && whats.Contains(what)) sum += count.Count;
            return sum;
        }
        IReadOnlyList<CodeCount> By(Happened what) =>
            [.. counts.Where(c => c.What == what).OrderByDescending(c => c.Count).Select(c => new CodeCount(c.Code ?? "", CodeWords.Of(c.Code ?? ""), c.Count))];
        var left = counts.Where(c => c is { What: not null, Code: StepCodes.Left }).Sum(c => c.Count);
        var here = counts.Where(c => c.What is null).Sum(c => c.Count);
        var (skipped, failed, unknown, late) = (Sum(Happened.Skipped), Sum(Happened.Failed), Sum(Happened.Unknown), Sum(Happened.TimedOut));
        var done = Sum(Happened.Done, Happened.Resumed, Happened.Decided, Happened.Jumped) + late;
        return new(id, step?.Type, step?.Name, step is null, here + done + skipped + failed + unknown + left, here, done, skipped, failed, unknown, late,
            By(Happened.Skipped), By(Happened.Failed), By(Happened.Decided), step is not null && IsSend(step) ? Told(id, done, failed, messages) : null);
    }

    static MessageStats Told(string id, long sent, long failed, MessageFigures messages) => new(
        sent, messages.Of(id, "delivered"), messages.Of(id, "opened"), messages.Of(id, "clicked"), messages.Of(id, "replied"), messages.Of(id, "unsubscribed"), failed + messages.Of(id, "failed"));

    bool IsSend(Step step) => step is Step.Act && catalogue.Actions.TryGetValue(step.Type, out var action) && action.Descriptor.Channel is not null;
}
