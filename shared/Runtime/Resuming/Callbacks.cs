using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Resuming;

/// <summary>Takes the answer that another system gives later to a step's call: kept once, and the enrollment that waits for it
/// is woken in the same commit. It may come before the step has begun to wait.</summary>
public sealed class Callbacks(IStore store, TimeProvider clock)
{
    public async Task<CallbackTaken> Take(string practice, string effectId, JsonElement body, CancellationToken ct = default)
    {
        if (await Standing(practice, effectId, ct) is { } over) return over;
        var now = clock.GetUtcNow();
        var (enrollment, step) = effectId.Split('/') is [var e, var s, ..] ? (e, s) : throw new InvalidOperationException("An effect's id has three parts.");
        // As with a piece of work on the desk: the held step is looked at again, and finds it done.
        var news = new Signal($"{effectId}/callback", SignalKind.TaskDone, now, effectId, step);
        var committed = await store.Commit(new ChangeSet(practice)
            .Put(Kinds.Callback, CallbackWait.IdOf(effectId), new Callback(effectId, now, body), 0)
            .Add(new Change.Send(enrollment, news.Id, new Input.Signalled(news))), ct);
        return committed.Ok ? CallbackTaken.Now : CallbackTaken.Before;
    }

    /// <returns>Null: it is waited for.</returns>
    async Task<CallbackTaken?> Standing(string practice, string effectId, CancellationToken ct)
    {
        if (await store.Find(Kinds.Callback, practice, CallbackWait.IdOf(effectId), ct) is not null) return CallbackTaken.Before;
        var enrollment = (await store.FindEnrollment(practice, effectId.Split('/')[0], ct))?.Enrollment;
        if (enrollment is not { IsLive: true, Pending: Pending.Action pending } || pending.EffectId != effectId) return CallbackTaken.TooLate;
        // The deadline that was set when the wait began, whatever else holds the step since.
        return (await store.FindLedger(practice, effectId, ct))?.Outcome is Outcome.Held held && held.Until <= clock.GetUtcNow() ? CallbackTaken.TooLate : null;
    }
}

/// <summary>What became of a call-back.</summary>
public enum CallbackTaken
{
    Now,
    /// <summary>One came before it; this one changes nothing.</summary>
    Before,
    /// <summary>Nobody waits for it any more.</summary>
    TooLate,
}
