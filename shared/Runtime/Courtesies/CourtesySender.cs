using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Courtesies;

/// <summary>Sends the courtesy texts that were noted: right after the event was routed, and again by each host's sweep for what a
/// crash left. The ledger sees to it that each goes once.</summary>
/// <remarks>The answer to STOP is the one text that may go to somebody who wants none; nothing else asks for this way out.</remarks>
public sealed class CourtesySender(IStore store, EffectLedger ledger, IMessageProvider provider, PracticeBook practices, TimeProvider clock)
{
    /// <summary>An answer to STOP that comes later than this is only another text.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);
    /// <summary>What is younger is being sent this moment.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    const int AtATime = 50;

    /// <summary>Sends what is noted in these changes.</summary>
    public async Task Sent(ChangeSet committed, CancellationToken ct)
    {
        foreach (var put in committed.Changes.OfType<Change.Put>().Where(put => put.Kind == Kinds.Courtesy.Name).ToList())
            if (await store.Find(Kinds.Courtesy, committed.Practice, put.Id, ct) is { } noted) await Send(committed.Practice, noted, 1, ct);
    }

    /// <summary>Sends what was left: a process ended in between, the provider was away, sending was paused.</summary>
    public async Task CarryOn(string practice, CancellationToken ct)
    {
        foreach (var noted in (await store.List(Kinds.Courtesy, practice, new Listing(AtATime, null, "open", "yes", Descending: false), ct)).Items)
            if (noted.Body.At <= clock.GetUtcNow() - Patience) await Send(practice, noted, 2, ct);
    }

    async Task Send(string practiceId, Stored<Courtesy> noted, int attempt, CancellationToken ct)
    {
        var (courtesy, now) = (noted.Body, clock.GetUtcNow());
        if (courtesy.SettledAt is not null) return;
        var over = now - courtesy.At > Stale ? "message.expired" : await Holds(practiceId, courtesy, ct) ? null : "courtesy.superseded";
        if (over is not null)
        {
            await store.Commit(new ChangeSet(practiceId).Put(Kinds.Courtesy, noted.Id, courtesy with { SettledAt = now, Code = over }, noted.Revision), ct);
            return;
        }
        var practice = await practices.Of(practiceId, ct);
        if (practice.SendingPaused) return;

        var effect = $"courtesy/{courtesy.EventId}/{courtesy.Kind}";
        var id = Ids.Beside(Kinds.Message.Prefix, courtesy.EventId, effect);
        var message = new Message
        {
            ContactId = courtesy.ContactId, Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sending, Purpose = "care", About = courtesy.Kind,
            From = practice.SenderPhone, To = courtesy.To, Text = courtesy.Text, Segments = Segments.Count(courtesy.Text), EffectId = effect, At = now,
        };
        var (earlier, _, _) = await ledger.Claim(practiceId, effect, now, id, new ChangeSet(practiceId).Put(Kinds.Message, id, message), attempt, ct);
        // Between the call and its checkpoint a process ended: some providers can say what became of it.
        if (earlier is Outcome.Unknown) earlier = await provider.Confirm(effect, ct) ?? earlier;
        if (earlier is Outcome.Failed) earlier = null;
        var outcome = earlier ?? await provider.Send(practiceId, id, message, ct);
        var again = outcome is Outcome.Failed { Retryable: true };
        var status = outcome switch { Outcome.Done => MessageStatus.Sent, Outcome.Unknown => MessageStatus.Unknown, _ => MessageStatus.Failed };
        var code = outcome switch { Outcome.Failed failed => failed.Code, Outcome.Unknown unknown => unknown.Code, _ => null };
        var told = new ChangeSet(practiceId).Add(new Change.Settle(effect, now, outcome is Outcome.Done ? new Outcome.Done(id) : outcome));
        // What the provider has reported meanwhile stands.
        if (await store.Find(Kinds.Message, practiceId, id, ct) is not { Body.Status: not MessageStatus.Sending and not MessageStatus.Failed })
            told.Put(Kinds.Message, id, message with { Status = status, Code = code, ProviderId = (outcome as Outcome.Done)?.Ref });
        var settled = new ChangeSet(practiceId).AddAll(told).Put(Kinds.Courtesy, noted.Id, courtesy with { SettledAt = again ? null : now, Code = code }, noted.Revision);
        // Given up by a sweep in the meantime: what became of the message is true all the same.
        if (!(await store.Commit(settled, ct)).Ok) await store.Commit(told, ct);
    }

    /// <summary>Who wrote STOP after START is told nothing of START any more, and the other way round.</summary>
    async Task<bool> Holds(string practice, Courtesy courtesy, CancellationToken ct) =>
        await store.Find(Kinds.Contact, practice, courtesy.ContactId, ct) is { Body.Dnd: var dnd } && dnd.Any(d => d.Channel is "sms" or "all") == courtesy.Kind is CourtesyKind.Stop;
}
