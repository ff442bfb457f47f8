using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Carrying;

/// <summary>Takes one enrollment as far as it goes now: inputs that came in, then effect after effect, each committed before
/// the next begins, until it waits, rests or is over. Every host carries with this; they differ in who calls it and when.</summary>
public sealed class EnrollmentTurn(IStore store, EnrollmentDeeds deeds, StartingOver again, TimeProvider clock)
{
    /// <param name="news">Whether something came for it since the last look; asking forgets it.</param>
    /// <param name="mine">Whether the caller may do this effect now; what it may not is left for another turn. Null: all of them.</param>
    /// <returns>The enrollment as it was left; null when there is none.</returns>
    public async Task<Enrollment?> Take(EnrollmentRef reference, Func<bool> news, Func<Enrollment, Effect, ValueTask<bool>>? mine, CancellationToken stop)
    {
        using var span = Spans.Turn(reference);
        while (await store.FindEnrollment(reference.Practice, reference.Id, stop) is { } stored)
        {
            span.At(stored.Enrollment);
            if (await TakeInbox(stored, stop)) continue;
            if (await Carry(stored.Enrollment, stored.Revision, news, mine, stop) is { } left) return left;
            // Somebody else wrote first or an input came: read it again.
        }
        return null;
    }

    /// <returns>True: inputs were taken (or lost a race), look again. False: there were none.</returns>
    async Task<bool> TakeInbox(StoredEnrollment stored, CancellationToken stop)
    {
        var enrollment = stored.Enrollment;
        var inbox = await store.Inbox(enrollment.Practice, enrollment.Id, stop);
        if (inbox.Count == 0) return false;
        var changes = new ChangeSet(enrollment.Practice);
        var log = new List<LogEntry>();
        var ignored = 0;
        foreach (var row in inbox)
        {
            var transition = await deeds.Advance(enrollment, row.Input, stop);
            if (!transition.Changed && !enrollment.IsLive)
            {
                ignored++;
                if (row.Input is Input.Signalled { Signal: { Kind: SignalKind.AppointmentMoved } moved }) await again.After(enrollment, moved.Id, changes, stop);
            }
            enrollment = transition.Enrollment;
            log.AddRange(transition.Log);
            changes.Add(new Change.Taken(enrollment.Id, row.InputId));
        }
        if (!ReferenceEquals(stored.Enrollment, enrollment)) changes.Add(new Change.Save(enrollment, stored.Revision));
        if (log.Count > 0) changes.Add(new Change.Log(enrollment.Id, log));
        if (!(await store.Commit(changes, stop)).Ok) return true;
        if (ignored > 0) Tally.InputsIgnored(ignored);
        Tally.Committed(changes);
        return true;
    }

    /// <returns>Null: a write lost a race, or an input came; look again. Otherwise the enrollment, with nothing more to do now.</returns>
    async Task<Enrollment?> Carry(
        Enrollment enrollment, long revision, Func<bool> news, Func<Enrollment, Effect, ValueTask<bool>>? mine, CancellationToken stop)
    {
        var unwritten = new Unwritten(enrollment);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var now = clock.GetUtcNow();
            var effect = WorkflowMachine.EffectOf(enrollment);
            if (EnrollmentDeeds.DueLater(effect, now) is not null || effect is Effect.Finish or Effect.Wait { Until: null }) return enrollment;
            if (effect is Effect.Rest && !await deeds.MayWake(enrollment, stop)) return enrollment;
            if (effect is Effect.RunAction or Effect.Evaluate && mine is not null && !await mine(enrollment, effect)) return enrollment;

            var (transition, changes) =
                effect is Effect.Rest ? (await deeds.Advance(enrollment, new Input.Operated(Operation.Resume, "workflow"), stop), null)
                : await deeds.Stopped(enrollment, stop) is { } reason ? (await deeds.Advance(enrollment, new Input.Operated(Operation.Pause, "workflow", Reason: reason), stop), null)
                : await deeds.Do(enrollment, effect, now, stop);
            if (!transition.Changed) return enrollment;
            if (effect is Effect.Wait { Until: { } rang }) Tally.TimerRang(rang, now);

            unwritten.Add(transition, changes);
            enrollment = transition.Enrollment;
            // A timer that rang and a question that was answered are written together with what they lead to, if that stays in
            // the store: a crash in between only means that they ring and are answered again.
            if (effect is Effect.Wait or Effect.Evaluate && await GoesOnInside(enrollment, mine, stop)) continue;
            var written = unwritten.Take(revision);
            if (!(await store.Commit(written, stop)).Ok)
            {
                if (Gone(written) is { } told) await store.Commit(told, stop);
                return null;
            }
            Tally.Committed(written);
            revision++;
            if (news()) return null;
        }
    }

    /// <summary>Another worker has written the enrollment meanwhile. What became of a message is true all the same, and whoever looks next finds it.</summary>
    static ChangeSet? Gone(ChangeSet refused)
    {
        // Only what is sure: who knows less must not overwrite it.
        if (!refused.Changes.Any(change => change is Change.Settle { Outcome: Outcome.Done }) || !refused.Changes.Any(change => change is Change.Put { Kind: "message" })) return null;
        var told = new ChangeSet(refused.Practice);
        foreach (var change in refused.Changes)
            if (change is Change.Settle or Change.Put { Kind: "message" }) told.Add(change);
        return told;
    }

    async ValueTask<bool> GoesOnInside(Enrollment enrollment, Func<Enrollment, Effect, ValueTask<bool>>? mine, CancellationToken stop)
    {
        var next = WorkflowMachine.EffectOf(enrollment);
        return await deeds.StaysInside(enrollment, next, stop) && (mine is null || await mine(enrollment, next));
    }
}
