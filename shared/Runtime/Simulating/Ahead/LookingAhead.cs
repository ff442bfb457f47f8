using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Overlay;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>One look ahead under way: all enrollments of a contact together, since they share consents, caps and tags; from
/// due time to due time, and nothing happens in between.</summary>
sealed class LookingAhead(string practice, string contactId, OverlayStore store, VirtualClock clock, Engine engine, AheadWriter told, AheadLimits limits)
{
    Playing Play => field ??= new(practice, store, clock, engine, IsCarried, () => limits.IsReached, Route);

    public async Task Run(IEnumerable<(StoredEnrollment Stored, IReadOnlyList<InboxRow> Inbox)> standing, DateTimeOffset end, CancellationToken ct)
    {
        store.Written = Observe;
        foreach (var (stored, inbox) in standing) await Take(stored, inbox, ct);
        Play.PokeDue();
        await Settle(ct);
        while (!limits.IsReached && Play.NextDue() is { } next && next <= end)
        {
            clock.MoveTo(next);
            Play.PokeDue();
            await Settle(ct);
        }
    }

    async Task Take(StoredEnrollment stored, IReadOnlyList<InboxRow> inbox, CancellationToken ct)
    {
        var e = stored.Enrollment;
        // It is asked again from time to time whether sending is allowed by now: asked at once, it is known.
        if (e.Pending is Pending.Action { Held: SendConsent.Paused } held) stored = stored with { Enrollment = e = e with { Pending = held with { NotBefore = clock.Now } } };
        store.Enrollments.Adopt(stored, inbox);
        if (inbox.Count > 0) Play.Poke(e.Id);
        else if (e.Status is not EnrollmentStatus.Paused && await engine.Deeds.Stopped(e, ct) is { } stopped) told.Parked[e.Id] = stopped;
        else if (e.Pending is Pending.Action { Open: true, Held: { } waits }) told.Parked[e.Id] = waits;
        if (IsCarried(e.Id) && e.Status is not EnrollmentStatus.Paused) await told.Resume(e, ct);
    }

    async Task Settle(CancellationToken ct)
    {
        await Play.Settle(ct);
        await told.Tell(ct);
        limits.Told = told.Count;
    }

    void Observe(ChangeSet changes, Change change, string? before)
    {
        if (change is Change.Save) limits.Moved++;
        told.Observe(change, before);
        // What the workflows of others make of it is not this contact's.
        Play.Observe(change);
    }

    async Task Route(PracticeEvent e, CancellationToken ct)
    {
        limits.Moved++;
        await engine.Router.Route(e, ct);
    }

    bool IsCarried(string id) => store.Enrollments.Of(id)?.ContactId == contactId && !told.Parked.ContainsKey(id);
}
