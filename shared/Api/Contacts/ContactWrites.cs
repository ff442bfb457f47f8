using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>Writes contacts and, in the same commit, the events that workflows react to.</summary>
sealed class ContactWrites(IStore store, IIdSource ids)
{
    const int Tries = 5;
    const int MostTags = 200, LongestTag = 100;

    /// <summary>Stored forms of email, phone and tags.</summary>
    public static Contact Tidy(Contact contact)
    {
        if (contact.Tags.Length > MostTags || contact.Tags.Any(t => string.IsNullOrWhiteSpace(t) || t.Length > LongestTag))
            throw new RefusedException(Refusal.Invalid("tags", $"At most {MostTags} tags of 1 to {LongestTag} characters."));
        return contact with
        {
            Email = string.IsNullOrWhiteSpace(contact.Email) ? null : EmailAddress.Normalize(contact.Email) ?? throw Bad("email", "This is not an email address."),
            Phone = string.IsNullOrWhiteSpace(contact.Phone) ? null : PhoneNumber.Normalize(contact.Phone) ?? throw Bad("phone", "This is not a phone number."),
            TimeZone = contact.TimeZone is null || Zones.IsKnown(contact.TimeZone) ? contact.TimeZone : throw Bad("timeZone", "This is not an IANA time zone."),
            Tags = [.. contact.Tags.Select(t => t.Trim()).Distinct()],
        };
    }

    public async Task<Stored<Contact>> Create(string practice, Contact contact, DateTimeOffset now, CancellationToken ct, string? notify = null)
    {
        await RefuseTaken(practice, null, contact, ct);
        await RefuseMisfit(practice, null, new Contact(), contact, ct);
        var id = ids.New(Kinds.Contact.Prefix);
        var changes = new ChangeSet(practice).Put(Kinds.Contact, id, contact, 0).Raise(ids, now, id, ContactEvents.Between(id, null, contact).Unless(notify));
        if (!(await store.Commit(changes, ct)).Ok) throw new RefusedException(new(Codes.ContactTaken));
        return new(id, 1, contact);
    }

    /// <summary>Null when somebody else was faster.</summary>
    /// <param name="also">Writes what belongs to the same commit, such as an audit line.</param>
    public async Task<Stored<Contact>?> Replace(string practice, Stored<Contact> before, Contact after, DateTimeOffset now, CancellationToken ct, Action<ChangeSet>? also = null, string? notify = null)
    {
        if (after.Email != before.Body.Email || after.Phone != before.Body.Phone) await RefuseTaken(practice, before.Id, after, ct);
        await RefuseMisfit(practice, before.Id, before.Body, after, ct);
        var changes = new ChangeSet(practice).Put(Kinds.Contact, before.Id, after, before.Revision)
            .Raise(ids, now, before.Id, ContactEvents.Between(before.Id, before.Body, after).Unless(notify));
        also?.Invoke(changes);
        return (await store.Commit(changes, ct)).Ok ? new(before.Id, before.Revision + 1, after) : null;
    }

    /// <summary>For changes that fit whatever the contact looks like: adding a tag, adding a consent. Null: no such contact.</summary>
    public async Task<Stored<Contact>?> Adjust(string practice, string id, Func<Contact, Contact> adjust, DateTimeOffset now, CancellationToken ct, Action<ChangeSet>? also = null)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.Find(Kinds.Contact, practice, id, ct) is not { } stored) return null;
            var after = Tidy(adjust(stored.Body));
            if (await Replace(practice, stored, after, now, ct, also) is { } done) return done;
        }
        throw new RefusedException(new(Codes.Conflict));
    }

    /// <summary>Deletes a contact and lets its enrollments know. False when somebody else was faster.</summary>
    public async Task<bool> Delete(Actor by, Stored<Contact> stored, CancellationToken ct)
    {
        var changes = new ChangeSet(by.Practice).Delete(Kinds.Contact, stored.Id, stored.Revision).Delete(Kinds.Conversation, stored.Id);
        foreach (var live in await store.LiveOf(by.Practice, stored.Id, ct))
        {
            var id = ids.New("inp");
            changes.Add(new Change.Send(live.Enrollment.Id, id, new Input.Signalled(new Signal(id, SignalKind.ContactGone, by.Now))));
        }
        return (await store.Commit(changes.Audited(ids, by, "contact.deleted", stored.Id), ct)).Ok;
    }

    async Task RefuseMisfit(string practice, string? self, Contact before, Contact after, CancellationToken ct)
    {
        if (after.GuardianId is { } guardian && guardian != before.GuardianId
            && (guardian == self || await store.Find(Kinds.Contact, practice, guardian, ct) is not { Body.GuardianId: null })) throw Bad("guardianId", "Another contact of the practice, who has no guardian.");
        if (await CustomFieldRule.Misfit(store, practice, before, after, ct) is { } key) throw Bad($"fields/{key}", "The value does not fit the field as the practice has defined it.");
    }

    async Task RefuseTaken(string practice, string? self, Contact contact, CancellationToken ct)
    {
        await RefuseTaken(practice, self, "email", contact.Email, ct);
        await RefuseTaken(practice, self, "phone", contact.Phone, ct);
    }

    async Task RefuseTaken(string practice, string? self, string index, string? value, CancellationToken ct)
    {
        if (value is not null && await store.FindBy(Kinds.Contact, practice, index, value, ct) is { } other && other.Id != self)
            throw new RefusedException(new(Codes.ContactTaken, $"It is {other.Id}.", [new("/" + index, Codes.ContactTaken.Name, $"Another contact has this {index}.")]));
    }

    static RefusedException Bad(string field, string message) => new(Refusal.Invalid(field, message));
}
