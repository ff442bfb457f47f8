using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sets or clears fields of the contact.</summary>
sealed class ContactUpdate : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.update", "Update contact", "Contacts", "Sets fields of the contact; an empty value clears the field.",
        Config: [new("fields", FieldKind.FieldValues, "Fields", Required: true, Merge: true, Exact: true)], Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        ContactWriting.Save(call, call.Contact!, ContactFields.Apply(call.Contact!.Body, call.Config.Object("fields") ?? throw new MissingConfigException("fields")), ct);
}
