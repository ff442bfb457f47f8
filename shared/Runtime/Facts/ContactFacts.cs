using System.Collections.Immutable;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>A contact as facts: <c>firstName</c>, <c>tags</c>, <c>fields.skinType</c> …</summary>
public sealed class ContactFacts(string id, Contact contact) : IFacts
{
    public Fact Find(string field) => field switch
    {
        "id" => new Fact.Text(id),
        "firstName" => Text(contact.FirstName),
        "lastName" => Text(contact.LastName),
        "name" or "fullName" => Text(contact.Name),
        "email" => Text(contact.Email),
        "phone" => Text(contact.Phone),
        "dateOfBirth" => contact.DateOfBirth is { } day ? new Fact.Day(day) : Fact.None,
        "birthMonth" => contact.DateOfBirth is { } birth ? new Fact.Number(birth.Month) : Fact.None,
        "type" => Text(contact.Type),
        "source" => Text(contact.Source),
        "company" => Text(contact.Company),
        "address" => Text(contact.Address),
        "city" => Text(contact.City),
        "state" => Text(contact.State),
        "postalCode" => Text(contact.PostalCode),
        "country" => Text(contact.Country),
        "timeZone" => Text(contact.TimeZone),
        "assignedTo" => Text(contact.AssignedTo),
        "score" => new Fact.Number(contact.Score),
        "followers" => Many(contact.Followers),
        "tags" => Many(contact.Tags),
        "dnd" when !contact.Dnd.IsDefault => Many([.. contact.Dnd.Select(d => d.Channel)]),
        "marketingConsent" when !contact.Consents.IsDefault => Many([.. contact.Consents.Where(c => c.Purpose == "marketing").GroupBy(c => c.Channel).Where(of => of.Last().Granted).Select(of => of.Key)]),
        "createdAt" => new Fact.Instant(contact.CreatedAt),
        _ when field.StartsWith("fields.", StringComparison.Ordinal) && contact.Fields.TryGetValue(field["fields.".Length..], out var value) => JsonFacts.Read(value),
        _ => Fact.None,
    };

    static Fact Text(string? text) => string.IsNullOrWhiteSpace(text) ? Fact.None : new Fact.Text(text);
    static Fact Many(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? Fact.None : new Fact.Many(values);
}
