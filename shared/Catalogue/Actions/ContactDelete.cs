using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Deletes the contact and ends everything it is in. A copy is kept, for a machine's mistake must be one that a
/// person can undo.</summary>
sealed class ContactDelete : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.delete", "Delete contact", "Contacts", "Deletes the contact and ends all its workflows. The team can bring it back for 60 days.",
        Config: [new("confirm", FieldKind.Flag, "Yes, delete the contact", Required: true, Help: "Without this the step does nothing.")], Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        if (!call.Config.Flag("confirm")) return new Outcome.Skipped("contact.delete.unconfirmed");
        var contact = call.Contact!;
        call.Changes.Put(Kinds.DeletedContact, contact.Id, new DeletedContact(contact.Body, call.Now, call.Enrollment.Id));
        call.Changes.Delete(Kinds.Contact, contact.Id, contact.Revision).Delete(Kinds.Conversation, contact.Id);
        await call.Outside.Forget(call, ct);
        return new Outcome.Done(contact.Id);
    }
}
