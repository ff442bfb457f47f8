using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Keeps a value: for later steps, in a field of the contact, or as the whole practice's.</summary>
sealed class ValueSet : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("value.set", "Set a value", "Tools", "Keeps a value for later steps, in a field of the contact, or as one of the practice's own values, which changes it for everybody.",
        Config:
        [
            new("value", FieldKind.Text, "Value", MaxLength: 5000, Merge: true, MayBeEmpty: true, Exact: true, Help: "Empty clears it."),
            new("to", FieldKind.Choice, "Keep it", Options: [new("step", "For later steps"), new("contact", "In a field of the contact"), new("custom", "As the practice's own value")]),
            new("field", FieldKind.Reference, "Field of the contact", MaxLength: 100, Of: "contactField"),
            new("customValue", FieldKind.Reference, "The practice's own value", MaxLength: 100, Of: "customValue"),
        ],
        Outputs: [new("value", "Value")], NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var value = call.Config.Text("value");
        call.Give(new JsonObject { ["value"] = value });
        switch (call.Config.Text("to"))
        {
            case "contact" when call.Contact is not { } contact:
                return new Outcome.Skipped("contact.none");
            case "contact":
                return await ContactWriting.Save(call, call.Contact, ContactFields.Apply(call.Contact.Body, [new(call.Config.Need("field"), value)]), ct);
            case "custom":
                if (await call.Records.FindBy(Kinds.CustomValue, call.PracticeId, "key", call.Config.Need("customValue"), ct) is not { } stored) return new Outcome.Failed("custom.notFound", Retryable: false);
                if (stored.Body.Value != (value ?? "")) call.Changes.Put(Kinds.CustomValue, stored.Id, stored.Body with { Value = value ?? "" }, stored.Revision);
                return new Outcome.Done(stored.Id);
            default:
                return Outcome.Done.Plain;
        }
    }
}
