using System.Text.Json;
using AesthetixWorkflows.Core.Consent;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>What a contact writes to the practice: kept as a message, and obeyed when it says STOP or START.</summary>
public sealed class Conversation(IIdSource ids)
{
    /// <returns>The contact after the message.</returns>
    public Stored<Contact> Receive(PracticeEvent e, Stored<Contact> contact, DateTimeOffset now, ChangeSet changes)
    {
        var channel = FactLoader.TextIn(e.Data, "message", "channel") ?? "sms";
        var text = FactLoader.TextIn(e.Data, "message", "body") ?? FactLoader.TextIn(e.Data, "message", "text");
        changes.Put(Kinds.Message, ids.New("msg"), new Message
        {
            ContactId = contact.Id, Channel = channel, Direction = Direction.In, Status = MessageStatus.Received, Text = text,
            Subject = FactLoader.TextIn(e.Data, "message", "subject"), From = FactLoader.TextIn(e.Data, "message", "from"),
            To = FactLoader.TextIn(e.Data, "message", "to"), At = e.At,
        }, expectedRevision: 0);
        changes.Put(Kinds.Conversation, contact.Id, new ConversationState(Unread: true, Archived: false, now));

        // Only texts: "stop" in the subject of an email is a conversation, an unsubscribe link is the way out of emails.
        var blocked = contact.Body.Dnd.Any(d => d.Channel == "sms");
        return channel switch
        {
            "sms" when OptOutWords.IsStop(text) && !blocked =>
                Change(e, contact, contact.Body with { Dnd = contact.Body.Dnd.Add(new("sms", "stop", now)) }, true, now, changes),
            "sms" when OptOutWords.IsStart(text) && blocked =>
                Change(e, contact, contact.Body with { Dnd = contact.Body.Dnd.RemoveAll(d => d.Channel == "sms") }, false, now, changes),
            _ => contact,
        };
    }

    Stored<Contact> Change(PracticeEvent e, Stored<Contact> contact, Contact after, bool enabled, DateTimeOffset now, ChangeSet changes)
    {
        changes.Put(Kinds.Contact, contact.Id, after, contact.Revision);
        changes.Put(Kinds.Audit, ids.New("aud"), new AuditEntry(now, "contact", enabled ? "consent.stop" : "consent.start", contact.Id, e.Id));
        changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), e.Practice, "intake", $"{e.Id}/dnd", "contact.dnd.changed", now, contact.Id,
            JsonSerializer.SerializeToElement(new { dnd = new { channel = "sms", enabled, reason = "stop" } }), e.Depth, e.CausedBy)));
        return new(contact.Id, contact.Revision + 1, after);
    }
}
