using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Sends one message once: kept as <c>sending</c> with its ledger row, handed to the provider, then settled.</summary>
public sealed class MessageSending(EffectLedger ledger, IMessageProvider provider, IRecords records, LinkWeaver links)
{
    /// <param name="also">Written together with the claim.</param>
    /// <returns>Null: what the message went by has changed meanwhile.</returns>
    public async Task<Acted?> Send(ActionCall call, IMessageAction action, int attempt, ChangeSet? also, CancellationToken ct)
    {
        var composed = await action.Compose(call, ct);
        if (composed.Message is not { } words) return new(composed.Refused ?? new Outcome.Skipped("message.empty"), call.Changes);

        var fresh = MessageAction.IdOf(call);
        var message = await Woven(call, fresh, words, ct);
        var kept = new ChangeSet(call.PracticeId);
        if (Tells(call, message))
        {
            message = OptOutNotice.In(message, call.Practice);
            kept.Put(Kinds.Contact, call.Recipient!.Id, call.Recipient.Body with { OptOutToldAt = call.Now }, call.Recipient.Revision);
        }
        kept.Put(Kinds.Message, fresh, message);
        if (also is not null) kept.AddAll(also);
        var (earlier, reference, raced) = await ledger.Claim(call.PracticeId, call.EffectId, call.Now, fresh, kept, attempt, ct);
        if (raced) return null;
        // However often and whenever it is tried, it is one message under one id.
        var id = reference ?? fresh;
        // The addresses in it name the message by its id.
        if (id != fresh) message = await Woven(call, id, words, ct);
        // The provider reported on it meanwhile: it had the message, whatever we made of its answer.
        var known = earlier is not null || attempt > 1 ? await records.Find(Kinds.Message, call.PracticeId, id, ct) : null;
        // The first try of it told how to opt out, so every try does.
        if (known is not null && call.Practice.OptOutNoticeDays is not null && message.Channel == "sms" && OptOutNotice.IsIn(known.Body)) message = OptOutNotice.In(message, call.Practice);
        if (known is not null && MessageProgress.IsKnownToProvider(known.Body))
        {
            var had = new Outcome.Done(id);
            call.Changes.Add(new Change.Settle(call.EffectId, call.Now, had));
            await action.Follow(call, message, ct);
            return new(had, call.Changes);
        }
        // A crash between the call and its checkpoint. Some providers can say what became of it; the rest leave it unknown.
        if (earlier is Outcome.Unknown unknown) earlier = await provider.Confirm(call.EffectId, ct) ?? unknown with { Ref = id };
        // The provider says it never got it: then this is the first time.
        if (earlier is Outcome.Failed) earlier = null;

        var outcome = earlier ?? await Stopped(call, message, ct) ?? await HandOver(call, id, message, ct);
        var status = outcome switch
        {
            Outcome.Done => MessageStatus.Sent,
            Outcome.Unknown => MessageStatus.Unknown,
            _ => MessageStatus.Failed,
        };
        var code = outcome switch { Outcome.Failed f => f.Code, Outcome.Unknown u => u.Code, Outcome.Skipped s => s.Code, _ => null };
        var providerId = (outcome as Outcome.Done)?.Ref;
        var settled = outcome is Outcome.Done ? new Outcome.Done(id) : outcome;
        call.Changes.Put(Kinds.Message, id, message with { Status = status, Code = code, ProviderId = providerId });
        call.Changes.Add(new Change.Settle(call.EffectId, call.Now, settled));
        if (outcome is Outcome.Failed { Retryable: false } && message is { Channel: "sms", ContactId: not null })
        {
            var news = DeliveryNews.SmsFailed(id, message, code, DeliveryStops.ReasonOf(code));
            call.Raise(news.Type, news.Data);
        }
        if (outcome is Outcome.Done or Outcome.Unknown) await action.Follow(call, message, ct);
        return new(settled, call.Changes);
    }

    /// <summary>Asked again in the last moment: filling in the words and claiming the effect take time, in which a STOP may have been obeyed.</summary>
    async Task<Outcome?> Stopped(ActionCall call, Message message, CancellationToken ct)
    {
        if (message.ContactId is null || call.Recipient is not { } recipient || call.Contact is not { } patient) return null;
        if (await records.Find(Kinds.Contact, call.PracticeId, recipient.Id, ct) is not { Body: var now }) return new Outcome.Skipped("contact.deleted");
        var then = recipient.Id == patient.Id ? now : (await records.Find(Kinds.Contact, call.PracticeId, patient.Id, ct))?.Body;
        // Not the kill switch: whoever has claimed the effect cannot hold it any more.
        return then is null ? new Outcome.Skipped("contact.deleted")
            : SendingRules.Permission(call.Practice with { SendingPaused = false }, then, now, message.Channel, message.Purpose, call.Now);
    }

    /// <summary>What would go now, kept nowhere and handed to nobody.</summary>
    public async Task<Composed> Compose(ActionCall call, IMessageAction action, CancellationToken ct)
    {
        var composed = await action.Compose(call, ct);
        if (composed.Message is not { } words) return composed;
        var message = await Woven(call, MessageAction.IdOf(call), words, ct);
        return Composed.Of(Tells(call, message) ? OptOutNotice.In(message, call.Practice) : message);
    }

    static bool Tells(ActionCall call, Message message) =>
        message is { Channel: "sms", ContactId: not null } && OptOutNotice.IsDue(call.Practice, call.Recipient!.Body, call.Now);

    Task<Message> Woven(ActionCall call, string id, Message message, CancellationToken ct) => links.Weave(call.PracticeId, call.Practice, id, message, ct);

    async Task<Outcome> HandOver(ActionCall call, string id, Message message, CancellationToken ct)
    {
        using var span = Spans.Provider(call.Enrollment, message.StepId ?? "", message.Channel);
        var outcome = await provider.Send(call.PracticeId, id, message, ct);
        span.End(outcome);
        Tally.Sending(message.Channel, outcome);
        return outcome;
    }
}
