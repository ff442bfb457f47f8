using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Whose event is it? By id, then email, then phone. Someone who fills in a form, books, pays or writes becomes a
/// contact; a webhook about nobody stays about nobody.</summary>
public sealed class ContactMatching(IRecords records, IIdSource ids, ProductCatalogue catalogue)
{
    /// <summary>Whoever writes to us is somebody.</summary>
    const string Writing = "message.received";

    public async Task<Match> Find(PracticeEvent e, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var said = Said.In(e.Data);
        var id = e.ContactId ?? said.Id;
        if (id is not null)
            return await records.Find(Kinds.Contact, e.Practice, id, ct) is { } known ? new(known, null) : new(null, "unmatched:contact.unknown");

        var found = said.Email is null ? null : await records.FindBy(Kinds.Contact, e.Practice, "email", said.Email, ct);
        found ??= said.Phone is null ? null : await records.FindBy(Kinds.Contact, e.Practice, "phone", said.Phone, ct);
        if (found is not null) return new(Complete(found, said, e.Practice, changes), null);

        if (said.Email is null && said.Phone is null)
            return IsContactless(e.Type) ? new(null, null) : new(null, said.Invalid ?? "unmatched:contact.noEmailOrPhone");
        if (!IsWelcoming(e.Type)) return IsContactless(e.Type) ? new(null, null) : new(null, "unmatched:contact.unknown");

        var contact = new Stored<Contact>(ids.New("con"), 1, new Contact
        {
            FirstName = said.FirstName, LastName = said.LastName, Email = said.Email, Phone = said.Phone,
            TimeZone = said.TimeZone, Source = said.Source ?? e.Type, CreatedAt = now,
        });
        changes.Put(Kinds.Contact, contact.Id, contact.Body, expectedRevision: 0);
        changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), e.Practice, "intake", $"{e.Id}/contact.created", "contact.created", now,
            contact.Id, JsonSerializer.SerializeToElement(new { source = contact.Body.Source }), e.Depth, e.CausedBy)));
        return new(contact, null);
    }

    bool IsContactless(string type) => catalogue.Triggers.TryGetValue(type, out var trigger) && !trigger.NeedsContact;

    bool IsWelcoming(string type) => type == Writing || catalogue.Triggers.TryGetValue(type, out var trigger) && trigger.MakesContact;

    /// <summary>Fills in what the practice did not know yet; never overwrites what it did, and never takes a value somebody else has.</summary>
    static Stored<Contact> Complete(Stored<Contact> found, Said said, string practice, ChangeSet changes)
    {
        var body = found.Body;
        var fuller = body with
        {
            FirstName = body.FirstName ?? said.FirstName, LastName = body.LastName ?? said.LastName, TimeZone = body.TimeZone ?? said.TimeZone,
        };
        if (fuller == body) return found;
        changes.Put(Kinds.Contact, found.Id, fuller, found.Revision);
        return new(found.Id, found.Revision + 1, fuller);
    }

    /// <summary>What the event says about the person.</summary>
    sealed record Said(string? Id, string? Email, string? Phone, string? FirstName, string? LastName, string? TimeZone, string? Source, string? Invalid)
    {
        public static Said In(JsonElement data)
        {
            if (data.ValueKind is not JsonValueKind.Object) return new(null, null, null, null, null, null, null, null);
            var person = data.TryGetProperty("contact", out var contact) && contact.ValueKind is JsonValueKind.Object ? contact : data;
            // An inbound message names its sender, not a contact.
            var message = data.TryGetProperty("message", out var m) && m.ValueKind is JsonValueKind.Object ? m : default;
            var from = Text(message, "from");
            var typedEmail = Text(person, "email") ?? (from?.Contains('@') == true ? from : null);
            var typedPhone = Text(person, "phone") ?? (from?.Contains('@') == false ? from : null);
            var (email, phone) = (typedEmail is null ? null : EmailAddress.Normalize(typedEmail), typedPhone is null ? null : PhoneNumber.Normalize(typedPhone));
            var invalid = typedEmail is not null && email is null ? "unmatched:contact.emailInvalid"
                : typedPhone is not null && phone is null ? "unmatched:contact.phoneInvalid" : null;
            var name = Text(person, "name")?.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(Text(person, "id"), email, phone, Text(person, "firstName") ?? name?.ElementAtOrDefault(0),
                Text(person, "lastName") ?? name?.ElementAtOrDefault(1), Text(person, "timeZone"), Text(person, "source"), invalid);
        }

        static string? Text(JsonElement from, string name) =>
            from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString()?.Trim() is { Length: > 0 } text ? text : null;
    }
}

/// <param name="Unmatched">Why nobody could be found, for an event that needs somebody.</param>
public sealed record Match(Stored<Contact>? Contact, string? Unmatched);
