using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Consent;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Replies;
using AesthetixWorkflows.Runtime.Courtesies;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Replies;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>What a contact writes to the practice: kept as a message, and obeyed when it says STOP or START.</summary>
/// <remarks>STOP wins over everything. YES restarts texting only where no question of ours is open: to a question it is the answer.</remarks>
public sealed class Conversation(DndSwitch dnd, CourtesyNotes courtesies, StopReview review)
{
    /// <returns>The event with what was made of it, and the contact after the message.</returns>
    public async Task<(PracticeEvent Event, Stored<Contact> Contact)> Receive(PracticeEvent e, Stored<Contact> contact, Answered answered, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var text = FactLoader.TextIn(e.Data, "message", "body") ?? FactLoader.TextIn(e.Data, "message", "text");
        changes.Put(Kinds.Message, answered.MessageId, new Message
        {
            ContactId = contact.Id, Channel = answered.Channel, Direction = Direction.In, Status = MessageStatus.Received, Text = text,
            Subject = FactLoader.TextIn(e.Data, "message", "subject"), From = FactLoader.TextIn(e.Data, "message", "from"),
            To = FactLoader.TextIn(e.Data, "message", "to"), At = e.At,
        });
        changes.Put(Kinds.Conversation, contact.Id, new ConversationState(Unread: true, Archived: false, now));
        var kept = e with { Data = With(e.Data, answered) };

        // Only texts: "stop" in the subject of an email is a conversation, an unsubscribe link is the way out of emails.
        if (answered.Channel != "sms") return (kept, contact);
        // Carriers know words that we do not: other languages, and those the practice chose there.
        var carrier = FactLoader.TextIn(e.Data, "message", "optOut");
        if (answered.Reading.Intent == ReplyIntents.Stop) return (kept, await Stop(e, contact, answered, text, carrier, now, changes, ct));
        if (carrier == "start" || OptOutWords.IsStart(text) || OptOutWords.IsYes(text) && !answered.Waiting && IsStopped(contact.Body)) return (kept, await Start(e, contact, carrier, now, changes, ct));
        if (OptOutWords.IsHelp(text) && carrier is null) await courtesies.Note(e, contact, CourtesyKind.Help, now, changes, ct);
        return (kept, contact);
    }

    async Task<Stored<Contact>> Stop(PracticeEvent e, Stored<Contact> contact, Answered answered, string? text, string? carrier, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var known = contact.Body.Dnd.Any(d => d is { Channel: "sms", Reason: "stop" });
        var after = dnd.On(e, contact, "sms", "stop", "contact", now, changes);
        if (known || after.Revision == contact.Revision) return after;
        // A sentence can be misread, and who answers a reminder with CANCEL may mean the visit: a person looks.
        if (carrier is null && !OptOutWords.IsStop(text)) review.Ask(e, contact.Id, StopReview.Sentence, now, changes);
        else if (OptOutWords.IsCancel(text) && answered.Waiting) review.Ask(e, contact.Id, StopReview.Cancel, now, changes);
        if (carrier is null) await courtesies.Note(e, contact, CourtesyKind.Stop, now, changes, ct);
        return after;
    }

    async Task<Stored<Contact>> Start(PracticeEvent e, Stored<Contact> contact, string? carrier, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var after = dnd.Off(e, contact, "sms", "stop", "contact", now, changes);
        if (after.Revision != contact.Revision && carrier is null) await courtesies.Note(e, contact, CourtesyKind.Start, now, changes, ct);
        return after;
    }

    /// <summary>By the contact's own STOP: what the team or a network has stopped, a mere yes to somebody does not lift.</summary>
    static bool IsStopped(Contact contact) => contact.Dnd.Any(d => d is { Channel: "sms", Reason: "stop" });

    /// <summary>What a workflow that starts with the message may ask of it. Our word stands over a sender's.</summary>
    static JsonElement With(JsonElement data, Answered answered)
    {
        var json = data.ValueKind is JsonValueKind.Object ? JsonNode.Parse(data.GetRawText())!.AsObject() : [];
        if (json["message"] is not JsonObject message) json["message"] = message = [];
        message["messageId"] = answered.MessageId;
        message["channel"] ??= answered.Channel;
        message["intent"] = answered.Intent;
        message["confirms"] = answered.Confirms;
        message["repliedToWorkflowId"] = answered.WorkflowId;
        return JsonSerializer.SerializeToElement(json);
    }
}
