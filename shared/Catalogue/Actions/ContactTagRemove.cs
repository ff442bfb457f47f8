using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Takes tags off the contact, or all of them.</summary>
sealed class ContactTagRemove : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.tag.remove", "Remove tag", "Contacts", "Removes one or more tags from the contact, or all.",
        Config:
        [
            new("tags", FieldKind.ManyReferences, "Tags", MaxLength: 100, Merge: true, Of: "tag"),
            new("all", FieldKind.Flag, "Remove all tags"),
        ],
        Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (contact, unwanted, all) = (call.Contact!, call.Config.Many("tags"), call.Config.Flag("all"));
        var removed = contact.Body.Tags.Where(tag => all || unwanted.Contains(tag, StringComparer.OrdinalIgnoreCase)).ToList();
        if (removed.Count == 0) return Task.FromResult<Outcome>(Outcome.Done.Plain);
        call.Changes.Put(Kinds.Contact, contact.Id, contact.Body with { Tags = [.. contact.Body.Tags.Except(removed)] }, contact.Revision);
        foreach (var tag in removed) call.Raise("contact.tag.removed", ContactWriting.About(contact.Id, ("tag", new JsonObject { ["name"] = tag })));
        return Task.FromResult<Outcome>(new Outcome.Done(contact.Id));
    }
}
