using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Overlay;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>Does what there is to do at one moment of a simulation, in the order in which it was written down: events are
/// routed, enrollments carried.</summary>
/// <param name="isOwn">Whether this enrollment is one that the simulation carries.</param>
/// <param name="isFull">Whether enough was told.</param>
sealed class Playing(string practice, OverlayStore store, VirtualClock clock, Engine engine, Func<string, bool> isOwn, Func<bool> isFull, Func<PracticeEvent, CancellationToken, Task> route)
{
    readonly Queue<(PracticeEvent? Event, string? Enrollment)> _work = new();
    readonly HashSet<string> _queued = [];

    /// <summary>What was written may be more to do.</summary>
    public void Observe(Change change)
    {
        switch (change)
        {
            case Change.Accept { Event: var e }: _work.Enqueue((e, null)); break;
            case Change.Enroll { Enrollment: var e }: Poke(e.Id); break;
            case Change.Send { EnrollmentId: var id }: Poke(id); break;
        }
    }

    public void Poke(string enrollment)
    {
        if (isOwn(enrollment) && _queued.Add(enrollment)) _work.Enqueue((null, enrollment));
    }

    public void PokeDue()
    {
        foreach (var e in Carried().Where(e => e.Pending.DueAt <= clock.Now)) Poke(e.Id);
    }

    public async Task Settle(CancellationToken ct)
    {
        while (!isFull() && _work.TryDequeue(out var work))
        {
            if (work.Event is { } e) await route(e, ct);
            else await Carry(work.Enrollment!, ct);
        }
    }

    public IEnumerable<Enrollment> Carried() => store.Enrollments.All.Where(e => e is { IsLive: true, Status: not EnrollmentStatus.Paused } && isOwn(e.Id));

    /// <summary>What was due and did not move when it was looked at will not move by itself.</summary>
    public DateTimeOffset? NextDue() => Carried().Select(e => e.Pending.DueAt).Where(due => due > clock.Now).Min();

    async Task Carry(string id, CancellationToken ct)
    {
        _queued.Remove(id);
        await engine.Turn.Take(new EnrollmentRef(practice, id), () => store.Enrollments.HasInbox(id), (_, _) => ValueTask.FromResult(!isFull()), ct);
    }
}
