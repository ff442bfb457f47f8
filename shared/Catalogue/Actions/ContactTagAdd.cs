using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Adds tags the contact does not have yet.</summary>
sealed class ContactTagAdd : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.tag.add", "Add tag", "Contacts", "Adds one or more tags to the contact.",
        Config: [new("tags", FieldKind.ManyReferences, "Tags", Required: true, MaxLength: 100, Merge: true, Of: "tag")], Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var contact = call.Contact!;
        var added = call.Config.Many("tags").Select(tag => tag.Trim())
            .Where(tag => tag.Length > 0 && !contact.Body.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (added.Count == 0) return Task.FromResult<Outcome>(Outcome.Done.Plain);
        call.Changes.Put(Kinds.Contact, contact.Id, contact.Body with { Tags = [.. contact.Body.Tags, .. added] }, contact.Revision);
        foreach (var tag in added) call.Raise("contact.tag.added", ContactWriting.About(contact.Id, ("tag", new JsonObject { ["name"] = tag })));
        return Task.FromResult<Outcome>(new Outcome.Done(contact.Id));
    }
}
