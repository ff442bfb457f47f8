using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Switches do-not-disturb because of an event: what a contact asked for, or what a provider found out. Contact,
/// proof and <c>contact.dnd.changed</c> are one commit.</summary>
public sealed class DndSwitch(IIdSource ids)
{
    /// <summary>What staff or a workflow set, a workflow may lift again; so it gives way to a reason that is not theirs.</summary>
    public Stored<Contact> On(PracticeEvent e, Stored<Contact> contact, string channel, string reason, string by, DateTimeOffset now, ChangeSet changes)
    {
        var (before, since) = (contact.Body.Dnd, e.At < now ? e.At : now);
        var standing = before.FirstOrDefault(d => d.Channel == channel && d.Reason is not ("workflow" or "staff"));
        if (standing is not null && (IsOwnWord(standing.Reason) || !IsOwnWord(reason)))
        {
            // A provider that tells of it is no second STOP.
            if (by != "contact" || standing.Since >= since) return contact;
            // Said once more: a START that was sent in between and is still on its way must not lift it.
            var again = contact.Body with { Dnd = before.Replace(standing, standing with { Since = since }) };
            changes.Put(Kinds.Contact, contact.Id, again, contact.Revision);
            return new(contact.Id, contact.Revision + 1, again);
        }
        var after = contact.Body with { Dnd = before.RemoveAll(d => d.Channel == channel).Add(new(channel, reason, since, e.Id)) };
        return Write(e, contact, after, channel, true, reason, by, now, changes);
    }

    public Stored<Contact> Off(PracticeEvent e, Stored<Contact> contact, string channel, string reason, string by, DateTimeOffset now, ChangeSet changes) =>
        // A START that was held up on its way does not lift a STOP that was sent after it.
        contact.Body.Dnd.Any(d => d.Channel == channel) && contact.Body.Dnd.All(d => d.Channel != channel || d.Since <= e.At)
            ? Write(e, contact, contact.Body with { Dnd = contact.Body.Dnd.RemoveAll(d => d.Channel == channel) }, channel, false, reason, by, now, changes)
            : contact;

    Stored<Contact> Write(
        PracticeEvent e, Stored<Contact> contact, Contact after, string channel, bool enabled, string reason, string by, DateTimeOffset now, ChangeSet changes)
    {
        // The contact's own word goes into the ledger of consents; what a network found out is no word of theirs.
        if (IsOwnWord(reason))
            after = after with { Consents = after.Consents.Add(new(channel, "all", !enabled, e.At < now ? e.At : now, enabled ? reason : "start", By: by, Proof: e.Id)) };
        changes.Put(Kinds.Contact, contact.Id, after, contact.Revision);
        changes.Put(Kinds.Audit, ids.New("aud"), new AuditEntry(now, by, enabled ? "consent.stop" : "consent.start", contact.Id, e.Id));
        changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), e.Practice, "intake", $"{e.Id}/dnd", "contact.dnd.changed", now, contact.Id,
            JsonSerializer.SerializeToElement(new { dnd = new { channel, enabled, reason } }), e.Depth, e.CausedBy)));
        return new(contact.Id, contact.Revision + 1, after);
    }

    static bool IsOwnWord(string reason) => reason is "stop" or "unsubscribed" or "complained";
}
