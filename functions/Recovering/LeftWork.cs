using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Recovering;

/// <summary>Carries on with what one practice has lying about: events nobody routed, enrollments nobody carries, inputs
/// nobody took.</summary>
public sealed class LeftWork(
    IStore store, ILeftovers leftovers, EventPublisher publisher, EventRouter router, EnrollmentStarter starter, EnrollmentTurn turns, TimeProvider clock, ILogger<LeftWork> log)
{
    /// <summary>What is younger is still under way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    const int Most = 1000;
    /// <summary>Reads side by side.</summary>
    const int AtOnce = 50;

    public async Task CarryOn(string practice, CancellationToken ct)
    {
        var left = await leftovers.Find(practice, clock.GetUtcNow() - Patience, Most, ct);
        if (left.Events.Count > 0) await Events(practice, left.Events, ct);
        foreach (var id in left.Starts) await Start(practice, id, ct);
        foreach (var inputs in left.Inputs.GroupBy(input => input.EnrollmentId, input => input.InputId)) await Wake(practice, inputs.Key, [.. inputs], ct);
    }

    async Task Events(string practice, IReadOnlyList<string> ids, CancellationToken ct)
    {
        Tally.LeftoverRepaired("event", ids.Count);
        var left = new List<PracticeEvent>(ids.Count);
        foreach (var some in ids.Chunk(AtOnce))
            left.AddRange((await Task.WhenAll(some.Select(id => Read(practice, id, () => store.FindEvent(practice, id, ct))))).Select(read => read.Found).OfType<StoredEvent>().Where(stored => stored.Result is null).Select(stored => stored.Event));
        if (left.Count > 0 && !await publisher.Kept(left, ct)) await RouteHere(left, ct);
    }

    /// <returns>Not readable: nobody can read its row. The next minute looks again; the others do not wait for that.</returns>
    async Task<(bool Readable, T? Found)> Read<T>(string practice, string id, Func<Task<T?>> find) where T : class
    {
        try
        {
            return (true, await find());
        }
#pragma warning disable CA1031 // One row that cannot be read must not keep its practice from all that is left.
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
#pragma warning restore CA1031
        {
            // The fault itself may quote what it could not read.
            Logs.NotRead(log, id, practice, fault.GetType().Name);
            return default;
        }
    }

    /// <summary>No queue: slower, and still within minutes. The oldest come first, so none overtakes one that waits in the queue as a notice.</summary>
    async Task RouteHere(IReadOnlyList<PracticeEvent> events, CancellationToken ct)
    {
        var held = new HashSet<string>();
        foreach (var e in events)
        {
            if (held.Contains(LaneKey.Of(e))) continue;
            try
            {
                await router.Route(e, ct);
            }
#pragma warning disable CA1031 // It is tried again in a minute; until then what came after it waits, and nobody else's.
            catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
#pragma warning restore CA1031
            {
                Logs.NotRouted(log, e.Id, fault);
                held.Add(LaneKey.Of(e));
            }
        }
    }

    async Task Start(string practice, string id, CancellationToken ct)
    {
        var (readable, stored) = await Read(practice, id, () => store.FindEnrollment(practice, id, ct));
        if (!readable) return;
        if (stored is { Enrollment: var enrollment })
        {
            Tally.LeftoverRepaired("start");
            await starter.Start(enrollment, ct);
        }
        else await leftovers.Started(practice, id, ct);
    }

    async Task Wake(string practice, string id, IReadOnlyList<string> inputs, CancellationToken ct)
    {
        var (readable, stored) = await Read(practice, id, () => store.FindEnrollment(practice, id, ct));
        if (!readable) return;
        var enrollment = stored?.Enrollment;
        if (enrollment is { IsLive: true } || enrollment is { Status: EnrollmentStatus.Failed } && await AnOperatorAsks(enrollment, ct))
        {
            Tally.LeftoverRepaired("input");
            // With a new orchestration, should its own have ended or never been.
            await starter.Nudge(enrollment, id, ct);
            return;
        }
        if (enrollment is not null)
        {
            // It is over. What came too late for it is looked at once more all the same: a visit that moved starts its reminders over.
            await turns.Take(new(practice, id), () => false, (_, _) => ValueTask.FromResult(false), ct);
            return;
        }
        // Nobody is there any more to take them.
        var changes = new ChangeSet(practice);
        foreach (var input in inputs) changes.Add(new Change.Taken(id, input));
        if ((await store.Commit(changes, ct)).Ok) Tally.InputsIgnored(inputs.Count);
    }

    /// <summary>A failed one is over only until a person takes it up again.</summary>
    async Task<bool> AnOperatorAsks(Enrollment failed, CancellationToken ct) =>
        (await store.Inbox(failed.Practice, failed.Id, ct)).Any(row => row.Input is Input.Operated);
}
