using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Makes a contact, or updates the one with this email or phone. Meant for workflows that begin with a webhook.</summary>
sealed class ContactUpsert : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.upsert", "Create or update contact", "Contacts", "Finds the contact by email or phone and updates it, or makes a new one.",
        Config: [new("fields", FieldKind.FieldValues, "Fields", Required: true, Merge: true, Exact: true, Help: "With an email or a phone number, so that the contact can be found.")],
        Outputs: [new("id", "Contact id"), new("created", "Is new", "flag")], NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var values = call.Config.Object("fields") ?? throw new MissingConfigException("fields");
        var wanted = ContactFields.Apply(new Contact { CreatedAt = call.Now }, values);
        if (wanted.Problem is { } problem) return new Outcome.Failed(problem, Retryable: false);
        var found = await Find(call, wanted.After, ct);
        if (found is null && wanted.After is { Email: null, Phone: null }) return new Outcome.Failed("contact.match.missing", Retryable: false);

        var id = found?.Id ?? call.NewId(Kinds.Contact.Prefix);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["id"] = id, ["created"] = found is null }));
        // Fields that came empty say nothing about a contact that is already known.
        if (found is not null) return await ContactWriting.Save(call, found, ContactFields.Apply(found.Body, values.Where(pair => pair.Value?.ToString() is { Length: > 0 })), ct) is Outcome.Failed failed ? failed : new Outcome.Done(id);

        if (await CustomFieldRule.Misfit(call.Records, call.PracticeId, new Contact(), wanted.After, ct) is { } misfit) return new Outcome.Failed($"contact.fields.{misfit}.invalid", Retryable: false);
        call.Changes.Put(Kinds.Contact, id, wanted.After, 0);
        call.Raise("contact.created", ContactWriting.About(id));
        return new Outcome.Done(id);
    }

    static async Task<Stored<Contact>?> Find(ActionCall call, Contact wanted, CancellationToken ct)
    {
        if (wanted.Email is { } email && await call.Records.FindBy(Kinds.Contact, call.PracticeId, "email", email, ct) is { } byEmail) return byEmail;
        if (wanted.Phone is { } phone && await call.Records.FindBy(Kinds.Contact, call.PracticeId, "phone", phone, ct) is { } byPhone) return byPhone;
        return wanted is { Email: null, Phone: null } ? call.Contact : null;
    }
}
