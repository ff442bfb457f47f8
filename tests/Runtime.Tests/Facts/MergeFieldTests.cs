using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Tests.Facts;

/// <summary>A field that the builder offers must have a value when it is known, or the message it stands in never goes.</summary>
public sealed class MergeFieldTests
{
    static readonly Contact Contact = JsonSerializer.Deserialize("""
        { "firstName": "a", "lastName": "b", "email": "c", "phone": "d", "dateOfBirth": "2000-01-01", "type": "e", "source": "f", "company": "g", "address": "h",
          "city": "i", "state": "j", "postalCode": "k", "country": "l", "timeZone": "UTC", "assignedTo": "m", "tags": ["n"], "followers": ["p"], "fields": { "skin": "o" },
          "dnd": [{ "channel": "sms", "reason": "stop", "since": "2026-01-01T00:00:00Z" }], "consents": [{ "channel": "sms", "purpose": "marketing", "granted": true, "at": "2026-01-01T00:00:00Z", "source": "form" }], "createdAt": "2026-01-01T00:00:00Z" }
        """, Kinds.Contact.Json)!;

    static readonly Practice Practice = new() { Name = "a", TimeZone = "UTC", Phone = "b", Email = "c", Address = "d", Website = "e", Pages = new(Review: "f", Feedback: "g") };

    public static TheoryData<string> Offered => [.. MergeFields.AtTheEvent.Select(f => f.Name.Replace("*", "skin", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Offered))]
    public void Every_offered_field_has_a_value_when_it_is_known(string field)
    {
        var facts = FactLoader.Of("prac_1", Practice, new Stored<Contact>("con_1", 1, Contact), null);
        Assert.IsNotType<Fact.Nothing>(new Setting(facts, DateTimeOffset.UnixEpoch, "UTC").Find(field));
    }
}
