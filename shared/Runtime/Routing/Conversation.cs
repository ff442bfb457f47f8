using AesthetixWorkflows.Core.Consent;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>What a contact writes to the practice: kept as a message, and obeyed when it says STOP or START.</summary>
public sealed class Conversation(IIdSource ids, DndSwitch dnd)
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
        if (channel != "sms") return contact;
        // Carriers know words that we do not: other languages, and those the practice chose there.
        var carrier = FactLoader.TextIn(e.Data, "message", "optOut");
        return carrier == "stop" || OptOutWords.IsStop(text) ? dnd.On(e, contact, "sms", "stop", "contact", now, changes)
            : carrier == "start" || OptOutWords.IsStart(text) ? dnd.Off(e, contact, "sms", "stop", "contact", now, changes)
            : contact;
    }
}
