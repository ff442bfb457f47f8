using System.Text.Json;
using AesthetixWorkflows.Catalogue.Asking;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Tests.Facts;

/// <summary>Each ready condition tells the one from the other on facts as they are loaded.</summary>
public sealed class ReadyConditionTests
{
    // A Tuesday, 10:00 in New York.
    static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    const string Ann = """{ "firstName": "Ann", "createdAt": "2026-01-01T00:00:00Z" }""";

    [Theory]
    [InlineData("tag.has", """{ "tags": ["vip"] }""", """{ "tags": ["old"] }""", "vip")]
    [InlineData("birthday.month", """{ "dateOfBirth": "1990-11-02" }""", """{ "dateOfBirth": "1990-12-24" }""")]
    [InlineData("birthday.month", """{ "dateOfBirth": "1990-11-30" }""", "{}")]
    [InlineData("offers.sms", """{ "consents": [{ "channel": "sms", "purpose": "marketing", "granted": true, "at": "2026-01-01T00:00:00Z", "source": "form" }] }""", "{}")]
    [InlineData("offers.sms", """{ "consents": [{ "channel": "sms", "purpose": "marketing", "granted": false, "at": "2026-01-01T00:00:00Z", "source": "form" }, { "channel": "sms", "purpose": "marketing", "granted": true, "at": "2026-01-02T00:00:00Z", "source": "form" }] }""",
        """{ "consents": [{ "channel": "sms", "purpose": "marketing", "granted": true, "at": "2026-01-01T00:00:00Z", "source": "form" }, { "channel": "sms", "purpose": "marketing", "granted": false, "at": "2026-01-02T00:00:00Z", "source": "form" }] }""")]
    [InlineData("offers.email", """{ "consents": [{ "channel": "email", "purpose": "marketing", "granted": true, "at": "2026-01-01T00:00:00Z", "source": "form" }] }""",
        """{ "consents": [{ "channel": "email", "purpose": "marketing", "granted": true, "at": "2026-01-01T00:00:00Z", "source": "form" }], "dnd": [{ "channel": "all", "reason": "staff", "since": "2026-01-01T00:00:00Z" }] }""")]
    public void About_the_patient(string key, string yes, string no, string? given = null) => Tells(key, given, Person(yes), Person(no));

    [Theory]
    [InlineData("patient.new", """{ "visits": { "count": 0 } }""", """{ "visits": { "count": 1 } }""")]
    [InlineData("patient.returning", """{ "visits": { "count": 2 } }""", """{ "visits": { "count": 0 } }""")]
    [InlineData("patient.away", """{ "visits": { "count": 2, "lastAt": "2026-01-10T15:00:00Z" } }""", """{ "visits": { "count": 2, "lastAt": "2026-11-10T15:00:00Z" } }""")]
    [InlineData("patient.away", """{ "visits": { "count": 2, "lastAt": "2026-01-10T15:00:00Z" } }""", """{ "visits": { "count": 2, "lastAt": "2026-01-10T15:00:00Z", "nextAt": "2027-01-10T15:00:00Z" } }""")]
    [InlineData("patient.away", """{ "visits": { "count": 2, "lastAt": "2026-01-10T15:00:00Z" } }""", """{ "visits": { "count": 0 } }""")]
    [InlineData("visit.upcoming", """{ "visits": { "count": 0, "nextAt": "2027-01-10T15:00:00Z" } }""", """{ "visits": { "count": 3 } }""")]
    [InlineData("visit.soon", """{ "visits": { "nextAt": "2026-11-28T15:00:00Z" } }""", """{ "visits": { "nextAt": "2026-12-28T15:00:00Z" } }""")]
    [InlineData("visit.confirmed", """{ "appointment": { "status": "confirmed" } }""", """{ "appointment": { "status": "new" } }""")]
    [InlineData("visit.off", """{ "appointment": { "status": "noshow" } }""", """{ "appointment": { "status": "showed" } }""")]
    [InlineData("visit.treatment", """{ "appointment": { "service": "Botox, Peel" } }""", """{ "appointment": { "service": "Laser" } }""", "peel")]
    [InlineData("reply.confirmed", """{ "reply": { "intent": "confirm", "at": "2026-11-24T14:00:00Z" } }""", """{ "reply": { "intent": "decline" } }""")]
    [InlineData("reply.moves", """{ "reply": { "intent": "reschedule" } }""", """{ "reply": { "intent": "confirm" } }""")]
    [InlineData("reply.any", """{ "reply": { "intent": "other", "at": "2026-11-24T14:00:00Z" } }""", "{}")]
    [InlineData("opportunity.won", """{ "opportunity": { "status": "won" } }""", """{ "opportunity": { "status": "open" } }""")]
    [InlineData("opportunity.stage", """{ "opportunity": { "stageId": "consult" } }""", """{ "opportunity": { "stageId": "new" } }""", "consult")]
    [InlineData("invoice.paid", """{ "invoice": { "status": "paid" } }""", """{ "invoice": { "status": "partial" } }""")]
    public void About_what_happened(string key, string yes, string no, string? given = null) => Tells(key, given, Said(yes), Said(no));

    [Theory]
    [InlineData("now.weekday", "2026-11-24T15:00:00Z", "2026-11-28T15:00:00Z")]
    [InlineData("now.office", "2026-11-24T15:00:00Z", "2026-11-24T23:30:00Z")]
    [InlineData("now.office", "2026-11-24T14:00:00Z", "2026-11-28T15:00:00Z")]
    public void About_the_moment(string key, string yes, string no) =>
        Tells(key, null, new(CombinedFacts.Empty, DateTimeOffset.Parse(yes, null), "America/New_York"), new(CombinedFacts.Empty, DateTimeOffset.Parse(no, null), "America/New_York"));

    [Fact]
    public void Every_ready_condition_is_tried_here()
    {
        var tried = typeof(ReadyConditionTests).GetMethods().SelectMany(method => method.GetCustomAttributesData())
            .Where(data => data.AttributeType == typeof(InlineDataAttribute)).Select(data => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value);
        Assert.Empty(ReadyConditions.All.Select(ready => ready.Key).Except(tried.Cast<string>()));
    }

    static void Tells(string key, string? given, Setting yes, Setting no)
    {
        var ready = ReadyConditions.All.Single(one => one.Key == key);
        var condition = ConditionJson.Read(JsonElement.Parse(ready.Condition.GetRawText().Replace("\"\"", JsonSerializer.Serialize(given), StringComparison.Ordinal))).Condition;
        Assert.Equal((true, false), (condition.Evaluate(yes), condition.Evaluate(no)));
    }

    static Setting Person(string json)
    {
        var body = JsonElement.Parse(Ann).Deserialize<Dictionary<string, JsonElement>>()!;
        foreach (var property in JsonElement.Parse(json).EnumerateObject()) body[property.Name] = property.Value;
        var contact = JsonSerializer.Deserialize(JsonSerializer.Serialize(body), Kinds.Contact.Json)!;
        return new(FactLoader.Of("prac_1", new Practice { Name = "a", TimeZone = "UTC" }, new Stored<Contact>("con_1", 1, contact), null), Now, "America/New_York");
    }

    static Setting Said(string json) => new(new JsonFacts(JsonElement.Parse(json)), Now, "America/New_York");
}
