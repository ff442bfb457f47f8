using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Sweeping;

/// <summary>Wakes the messages that rested while all sending was paused: some at a time, so that lifting the switch is no flood
/// of texts. What has become stale meanwhile is dropped by the step itself when it wakes.</summary>
public sealed class PausedSends(IStore store, PracticeBook practices, TimeProvider clock)
{
    /// <summary>So many, and then a pause of <see cref="Pace"/>.</summary>
    public const int AtATime = 40;
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <returns>When to come again; null: nobody rests, or sending is still paused.</returns>
    public async Task<DateTimeOffset?> Release(string practice, CancellationToken ct)
    {
        if ((await practices.Of(practice, ct)).SendingPaused) return null;
        var held = await store.List(Kinds.HeldSend, practice, new Listing(AtATime, Descending: false), ct);
        if (held.Items.Count == 0) return null;
        var now = clock.GetUtcNow();
        // One commit: Table storage takes a hundred changes, and each of these is two.
        var changes = new ChangeSet(practice);
        foreach (var one in held.Items)
        {
            // Named after the moment at which it was held: a message may rest more than once, and each time its record is a new one.
            var id = $"released/{one.Body.EffectId}/{one.Body.At.ToUnixTimeMilliseconds()}";
            changes.Add(new Change.Send(one.Id, id, new Input.Signalled(new Signal(id, SignalKind.Released, now, one.Body.EffectId))));
            changes.Delete(Kinds.HeldSend, one.Id, one.Revision);
        }
        // Refused: another host was quicker, or somebody was held again this very moment. Either way there is a next time.
        await store.Commit(changes, ct);
        return held.Next is null ? null : now + Pace;
    }
}
