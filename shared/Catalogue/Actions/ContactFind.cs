using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Looks for a contact by fields. Not found is a failure, so the step's failure branch is the way for it.</summary>
sealed class ContactFind : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.find", "Find contact", "Contacts", "Looks for a contact whose fields are all as given. Later steps know it as {{found.firstName}} and so on. If there is none it takes the way for failures.",
        Config:
        [
            new("fields", FieldKind.FieldValues, "Fields", Required: true, Merge: true, Exact: true, Help: "With an email or phone number it is found at once; otherwise the newest 10,000 contacts are looked through."),
            new("which", FieldKind.Choice, "If there are several", Options: [new("latest", "The newest"), new("earliest", "The oldest")]),
        ],
        Outputs:
        [
            new("found", "Was found", "flag"), new("id", "Contact id"), new("name", "Full name"), new("firstName", "First name"), new("lastName", "Last name"),
            new("email", "Email"), new("phone", "Phone"), new("assignedTo", "Assigned user's id"), new("tags", "Tags", "list"), new("fields.*", "Custom field"),
        ], NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var fields = call.Config.Object("fields") ?? throw new MissingConfigException("fields");
        if (await ContactSearch.Find(call, fields, call.Config.Text("which") == "earliest", ct) is not { } found)
        {
            // Whom an earlier step found is not who was looked for now.
            if (await call.Records.Find(Kinds.Output, call.PracticeId, $"{call.Enrollment.Id}/{FoundContact.Key}", ct) is not null) call.Changes.Delete(Kinds.Output, $"{call.Enrollment.Id}/{FoundContact.Key}");
            call.Give(new JsonObject { ["found"] = false });
            return new Outcome.Failed("contact.notFound", Retryable: false);
        }
        call.Changes.Put(Kinds.Output, $"{call.Enrollment.Id}/{FoundContact.Key}", new StepOutput(JsonSerializer.SerializeToElement(new { id = found.Id })));
        var contact = found.Body;
        call.Give(new JsonObject
        {
            ["found"] = true, ["id"] = found.Id, ["name"] = contact.Name, ["firstName"] = contact.FirstName, ["lastName"] = contact.LastName,
            ["email"] = contact.Email, ["phone"] = contact.Phone, ["assignedTo"] = contact.AssignedTo,
            ["tags"] = JsonSerializer.SerializeToNode(contact.Tags.AsEnumerable()), ["fields"] = JsonSerializer.SerializeToNode(contact.Fields),
        });
        return new Outcome.Done(found.Id);
    }
}
