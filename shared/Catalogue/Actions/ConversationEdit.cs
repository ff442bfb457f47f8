using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Marks the conversation with the contact as read or unread, or puts it in the archive.</summary>
sealed class ConversationEdit : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("conversation.edit", "Edit conversation", "Contacts", "Marks the conversation with the contact as read or unread, or archives it.",
        Config:
        [
            new("mark", FieldKind.Choice, "Mark as", Options: [new("read", "Read"), new("unread", "Unread")]),
            new("archive", FieldKind.Choice, "Archive", Options: [new("archive", "Put it in the archive"), new("restore", "Take it out of the archive")]),
        ],
        Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var stored = await call.Records.Find(Kinds.Conversation, call.PracticeId, call.ContactId, ct);
        var before = stored?.Body ?? new ConversationState(Unread: false, Archived: false, call.Now);
        var after = before with
        {
            Unread = call.Config.Text("mark") switch { "read" => false, "unread" => true, _ => before.Unread },
            Archived = call.Config.Text("archive") switch { "archive" => true, "restore" => false, _ => before.Archived },
        };
        if (after == before) return Outcome.Done.Plain;
        call.Changes.Put(Kinds.Conversation, call.ContactId, after with { ChangedAt = call.Now }, stored?.Revision ?? 0);
        return new Outcome.Done(call.ContactId);
    }
}
