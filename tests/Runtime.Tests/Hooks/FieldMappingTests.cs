using System.Text.Json;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class FieldMappingTests
{
    static MappedBody Map(string body, params (string Target, string Source)[] mapping) =>
        FieldMapping.Apply(mapping.ToDictionary(m => m.Target, m => m.Source), Calls.Element(body));

    static string Contact(MappedBody mapped) => mapped.Data.TryGetProperty("contact", out var contact)
        ? string.Join(", ", contact.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}={m.Value}"))
        : "";

    const string Calendly = """
        {"event":"invitee.created","payload":{"uri":"https://api.calendly.com/i/1","name":"Ann Mary Lee","email":"Ann@Example.com","first_name":null,
         "text_reminder_number":"+1 201-555-0123","scheduled_event":{"name":"Consultation","start_time":"2026-08-10T15:00:00Z",
         "event_memberships":[{"user_email":"staff@clinic.com"}]},
         "questions_and_answers":[{"question":"What treatment?","answer":"Botox","position":0}]}}
        """;

    [Fact]
    public void A_mapping_builds_nested_data()
    {
        var mapped = Map(Calendly,
            ("contact.email", "$.payload.email"), ("contact.name", "payload.name"), ("contact.phone", "payload.text_reminder_number"),
            ("appointment.startsAt", "payload.scheduled_event.start_time"), ("form.id", "=consultation"),
            ("contact.treatment", "payload.questions_and_answers[?(@.question=='What treatment?')].answer"));
        Assert.Empty(mapped.Notes);
        Assert.Equal("email=ann@example.com, firstName=Ann, lastName=Mary Lee, phone=+12015550123, treatment=Botox", Contact(mapped));
        Assert.Equal("2026-08-10T15:00:00Z", mapped.Data.GetProperty("appointment").GetProperty("startsAt").GetString());
        Assert.Equal("consultation", mapped.Data.GetProperty("form").GetProperty("id").GetString());
        Assert.Equal("invitee.created", mapped.Data.GetProperty("webhook").GetProperty("event").GetString());
        Assert.Equal("Botox", mapped.Data.GetProperty("fields").GetProperty("What_treatment").GetString());
    }

    [Fact]
    public void What_does_not_work_out_is_a_note_and_not_an_error()
    {
        var mapped = Map("""{"a":"x","mail":"nobody","tel":"none"}""",
            ("contact.email", "mail"), ("contact.phone", "tel"), ("contact.city", "nowhere"), ("contact.zip", "a["),
            ("webhook.x", "a"), ("a..b", "a"), ("form", "a"), ("form.id", "a"));
        Assert.Equal(
            ["mapping.email contact.email", "mapping.missing contact.city", "mapping.phone contact.phone", "mapping.source contact.zip",
             "mapping.target a..b", "mapping.target form.id", "mapping.target webhook.x"],
            mapped.Notes.Select(note => $"{note.Code} {note.Target}").Order(StringComparer.Ordinal));
        Assert.Equal("x", mapped.Data.GetProperty("form").GetString());
        Assert.DoesNotContain(mapped.Notes, note => note.Message.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_name_gives_way_to_first_and_last() =>
        Assert.Equal("firstName=Anna, lastName=Lee", Contact(Map("""{"n":"Ann Lee","f":"Anna"}""", ("contact.name", "n"), ("contact.firstName", "f"))));

    [Theory]
    [InlineData("""{"email":"a@b.co","phone":"(201) 555-0123","first_name":"Ann","last_name":"Lee"}""", "email=a@b.co, firstName=Ann, lastName=Lee, phone=+12015550123")]
    [InlineData("""{"Your E-mail":"a@b.co","your-name":"Ann Lee","Mobile Number":2015550123}""", "email=a@b.co, firstName=Ann, lastName=Lee, phone=+12015550123")]
    [InlineData("""{"rawRequest":{"q3_name":{"first":"Ann","last":"Lee"},"q4_email":"a@b.co","q5_phoneNumber":{"full":"(201) 555-0123"}}}""", "email=a@b.co, firstName=Ann, lastName=Lee, phone=+12015550123")]
    [InlineData("""{"form_response":{"answers":[{"type":"email","email":"a@b.co","field":{"ref":"x1","type":"email"}},{"type":"phone_number","phone_number":"+12015550123","field":{"ref":"x2"}}]}}""", "email=a@b.co, phone=+12015550123")]
    [InlineData("""{"user_column_data":[{"column_id":"FULL_NAME","string_value":"Ann Lee"},{"column_id":"EMAIL","string_value":"a@b.co"}]}""", "email=a@b.co, firstName=Ann, lastName=Lee")]
    [InlineData("""{"field_data":[{"name":"email","values":["a@b.co"]},{"name":"full_name","values":["Ann Lee"]}]}""", "email=a@b.co, firstName=Ann, lastName=Lee")]
    [InlineData("""{"calendar":{"name":"Room 1"},"user":{"email":"staff@b.co"},"contact":{"name":"Ann","email":"a@b.co"}}""", "email=a@b.co, firstName=Ann")]
    [InlineData("""{"email":"","data":{"contact":{"email":"a@b.co"}}}""", "email=a@b.co")]
    [InlineData("""{"email":{"a":1},"phone":"none","name":7}""", "")]
    [InlineData("{}", "")]
    public void Without_a_mapping_the_contact_is_guessed(string body, string contact) =>
        Assert.Equal(contact, Contact(FieldMapping.Apply(null, Calls.Element(body))));

    [Fact]
    public void Calendly_is_guessed_as_the_invitee_and_not_the_staff() =>
        Assert.Equal("email=ann@example.com, firstName=Ann, lastName=Mary Lee, phone=+12015550123", Contact(FieldMapping.Apply(null, Calls.Element(Calendly))));

    [Fact]
    public void A_number_is_read_as_the_practices_region_writes_it() =>
        Assert.Equal("phone=+442079460018", Contact(FieldMapping.Apply(null, Calls.Element("""{"tel":"020 7946 0018"}"""), "GB")));

    [Fact]
    public void A_body_too_wide_for_guessing_is_still_passed_on_whole()
    {
        var body = JsonSerializer.Serialize(Enumerable.Range(0, 5000).ToDictionary(i => $"f{i}", i => i));
        var mapped = FieldMapping.Apply(null, Calls.Element(body));
        Assert.Equal(200, mapped.Data.GetProperty("fields").GetPropertyCount());
        Assert.Equal(5000, mapped.Data.GetProperty("webhook").GetPropertyCount());
    }
}
