using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Subscribing;

/// <summary>Obeys who leaves a mailing or comes back: contact, proof and events are one commit, and true already when this
/// answers. What is so already is left as it is.</summary>
public sealed class Subscriptions(IStore store, IIdSource ids, TimeProvider clock)
{
    const int MostAttempts = 8;
    /// <summary>Whose deed it is, in the audit log and in the events.</summary>
    const string By = "contact", Source = "unsubscribe";

    /// <returns>Null: the practice is gone.</returns>
    public async Task<Subscription?> Find(UnsubscribeToken token, CancellationToken ct) =>
        await store.Find(Kinds.Practice, token.Practice, token.Practice, ct) is { } practice
            ? Subscription.Of(practice.Body.Name, (await store.Find(Kinds.Contact, token.Practice, token.ContactId, ct))?.Body)
            : null;

    /// <param name="how">By what the contact said so; kept as proof.</param>
    public async Task<Subscription?> Change(UnsubscribeToken token, SubscriptionWish wish, string how, CancellationToken ct)
    {
        if (await store.Find(Kinds.Practice, token.Practice, token.Practice, ct) is not { Body.Name: var practice }) return null;
        for (var attempt = 1; await store.Find(Kinds.Contact, token.Practice, token.ContactId, ct) is { } contact; attempt++)
        {
            var changes = new ChangeSet(token.Practice);
            var after = await Changed(token, contact, wish, how, changes, ct);
            if (changes.IsEmpty) return Subscription.Of(practice, after);
            changes.Put(Kinds.Contact, contact.Id, after, contact.Revision);
            if ((await store.Commit(changes, ct)).Ok) return Subscription.Of(practice, after);
            if (attempt == MostAttempts) throw new InvalidOperationException($"The contact {contact.Id} keeps conflicting.");
        }
        return Subscription.Of(practice, null);
    }

    async Task<Contact> Changed(UnsubscribeToken token, Stored<Contact> contact, SubscriptionWish wish, string how, ChangeSet changes, CancellationToken ct)
    {
        var (now, before) = (clock.GetUtcNow(), contact.Body);
        var by = new Actor(token.Practice, By, now);
        var proof = $"{how}, message {token.MessageId}";
        var refused = Subscription.Refused(before);
        switch (wish)
        {
            case SubscriptionWish.NoMarketing when !refused:
                changes.Audited(ids, by, "contact.consent.recorded", contact.Id, "email marketing withdrawn");
                await Left(token, "marketing", now, changes, ct);
                return before with { Consents = before.Consents.Add(new("email", "marketing", false, now, Source, proof)) };
            // What staff or a workflow set, a workflow may lift again; this reason it may not.
            case SubscriptionWish.Nothing when !before.Dnd.Any(d => d.Channel == "email" && d.Reason is not ("workflow" or "staff")):
                changes.Audited(ids, by, "consent.stop", contact.Id, proof);
                Switched(token, true, now, changes);
                await Left(token, null, now, changes, ct);
                return before with { Dnd = before.Dnd.RemoveAll(d => d.Channel == "email").Add(new("email", Subscription.Reason, now)) };
            case SubscriptionWish.Again:
                var own = before.Dnd.Any(d => d is { Channel: "email", Reason: Subscription.Reason });
                if (own)
                {
                    changes.Audited(ids, by, "consent.start", contact.Id, proof);
                    Switched(token, false, now, changes);
                }
                if (refused) changes.Audited(ids, by, "contact.consent.recorded", contact.Id, "email marketing granted");
                return before with
                {
                    Dnd = own ? before.Dnd.RemoveAll(d => d is { Channel: "email", Reason: Subscription.Reason }) : before.Dnd,
                    Consents = refused ? before.Consents.Add(new("email", "marketing", true, now, "resubscribe", proof)) : before.Consents,
                };
            default:
                return before;
        }
    }

    /// <summary>For steps that wait for it, for goals and figures.</summary>
    async Task Left(UnsubscribeToken token, string? list, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var message = (await store.Find(Kinds.Message, token.Practice, token.MessageId, ct))?.Body;
        Raise(token, "email.event", new
        {
            email = new { @event = "unsubscribed", channel = "email", stepId = message?.StepId, messageId = token.MessageId, enrollmentId = message?.EnrollmentId, workflowId = message?.WorkflowId, list },
        }, now, changes);
    }

    void Switched(UnsubscribeToken token, bool enabled, DateTimeOffset now, ChangeSet changes) =>
        Raise(token, "contact.dnd.changed", new { dnd = new { channel = "email", enabled, reason = Subscription.Reason } }, now, changes);

    void Raise(UnsubscribeToken token, string type, object data, DateTimeOffset now, ChangeSet changes)
    {
        var id = ids.New("evt");
        changes.Add(new Change.Accept(new PracticeEvent(id, token.Practice, Source, id, type, now, token.ContactId, JsonSerializer.SerializeToElement(data))));
    }
}
