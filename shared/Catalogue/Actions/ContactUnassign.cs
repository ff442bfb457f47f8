using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Takes the contact away from whoever looks after it, or from those who follow it.</summary>
sealed class ContactUnassign : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.unassign", "Remove assigned user", "Contacts", "Leaves the contact without an assigned member of the team, or takes followers away.",
        Config:
        [
            new("keepOwner", FieldKind.Flag, "Keep the assigned user"),
            new("followers", FieldKind.ManyReferences, "No longer followed by", Of: "user"),
            new("allFollowers", FieldKind.Flag, "Remove all followers"),
        ],
        Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (contact, users, all) = (call.Contact!, call.Config.Many("followers"), call.Config.Flag("allFollowers"));
        var change = ContactFields.Apply(contact.Body, call.Config.Flag("keepOwner") ? [] : [new("assignedTo", null)]);
        return ContactWriting.Save(call, contact, Followers.Change(change, [], user => all || users.Contains(user)), ct);
    }
}
