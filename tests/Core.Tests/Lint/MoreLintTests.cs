using System.Collections.Immutable;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Core.Tests.Definitions;

namespace AesthetixWorkflows.Core.Tests.Lint;

/// <summary>B5: each finding where it belongs, and its neighbour without it.</summary>
public sealed class MoreLintTests
{
    const string Form = """[{ "id": "t", "type": "form.submitted" }]""";

    static ImmutableArray<Finding> Check(string steps, string triggers = Form, string settings = "{}") =>
        Linter.Check(Sample.Json($$"""{ "settings": {{settings}}, "triggers": {{triggers}}, "start": "a", "steps": {{steps}} }"""), new SmallCatalogue()).Findings;

    static void Says(FindingCode code, bool said, ImmutableArray<Finding> findings, string? pointer = null)
    {
        Assert.Equal(said, findings.Any(finding => finding.Code == code.Code));
        if (said && pointer is not null) Assert.Equal(pointer, findings.First(finding => finding.Code == code.Code).Pointer);
        Assert.All(findings.Where(finding => finding.Code == code.Code), finding => Assert.Equal(code.Severity, finding.Severity));
    }

    static string Sms(string body) => $$"""{ "a": { "type": "sms.send", "config": { "body": "{{body}}" } } }""";

    [Theory]
    [InlineData("sms.send", "sms.send", null, true)]
    [InlineData("sms.send", "email.send", null, false)]
    [InlineData("sms.send", "sms.send", """{ "type": "wait.delay", "config": { "for": "P1D" }, "next": "c" }""", false)]
    [InlineData("sms.send", "sms.send", """{ "type": "wait.delay", "enabled": false, "config": { "for": "P1D" }, "next": "c" }""", true)]
    [InlineData("sms.send", "sms.send", """{ "type": "task.add", "next": "c" }""", true)]
    [InlineData("email.send", "email.send", """{ "type": "if", "branches": [{ "id": "x", "when": { "all": [{ "field": "contact.city", "op": "is", "value": "x" }] }, "next": "c" }] }""", true)]
    public void Two_messages_on_one_channel_need_a_wait_between_them(string first, string second, string? between, bool said) =>
        Says(LintCodes.SendsInARow, said, Check($$"""{ "a": { "type": "{{first}}", "config": {}, "next": "{{(between is null ? "c" : "b")}}" }, "c": { "type": "{{second}}", "config": {} }{{(between is null ? "" : $", \"b\": {between}")}} }"""), said ? "/steps/c" : null);

    [Theory]
    [InlineData("{{#if contact.city}}a{{/if}}", null)]
    [InlineData("{{#if contact.city}}a", "WF245")]
    [InlineData("a{{else}}b", "WF246")]
    [InlineData("{{this.name}}", "WF246")]
    [InlineData("{{#with contact}}a{{/with}}", "WF247")]
    [InlineData("{{#if contact.town}}a{{/if}}", "WF230")]
    [InlineData("{{#each contact.tags}}{{contact.town}}{{/each}}", "WF230")]
    [InlineData("{{#each contact.tags}}{{this.name}}{{/each}}", null)]
    [InlineData("{{#each contact.city}}{{this.name}}{{/each}}", "WF230")]
    [InlineData("{{#if form.id}}{{#each form.fields.areas}}{{this}}{{/each}}{{/if}}", "WF233")]
    [InlineData("{{#if appointment.startsAt}}a{{/if}}", "WF231")]
    public void A_block_is_read_like_the_text_around_it(string body, string? code) =>
        Assert.Equal(code is null ? [] : [(code, "/steps/a/config/body")], Check("""{ "a": { "type": "sms.send", "config": { "body": "BODY" } } }""".Replace("BODY", body)).Select(finding => (finding.Code, finding.Pointer)));

    [Theory]
    [InlineData("PT2H", "sms.send", true)]
    [InlineData("PT20H", "sms.send", false)]
    [InlineData("PT2H", "task.add", false)]
    public void An_answer_may_take_a_night(string after, string then, bool said) => Says(LintCodes.ShortTimeout, said, Check($$"""
        { "a": { "type": "sms.send", "config": {}, "next": "w" }, "w": { "type": "wait.reply", "timeout": { "after": "{{after}}", "next": "b" } }, "b": { "type": "{{then}}", "config": {} } }
        """), said ? "/steps/w/timeout/after" : null);

    [Theory]
    [InlineData(Form, false)]
    [InlineData("""[{ "id": "t", "type": "form.submitted" }, { "id": "u", "type": "form.submitted" }]""", true)]
    [InlineData("""[{ "id": "t", "type": "form.submitted" }, { "id": "u", "type": "form.submitted", "enabled": false }]""", false)]
    [InlineData("""[{ "id": "t", "type": "form.submitted" }, { "id": "u", "type": "form.submitted", "filters": { "all": [{ "field": "form.id", "op": "is", "value": "b" }] } }]""", false)]
    public void A_trigger_is_wanted_once(string triggers, bool said) => Says(LintCodes.SameTrigger, said, Check("""{ "a": { "type": "task.add" } }""", triggers), said ? "/triggers/1" : null);

    [Theory]
    [InlineData("""[{ "id": "t", "type": "payment.received" }]""", true)]
    [InlineData("""[{ "id": "t", "type": "payment.received", "filters": { "all": [{ "field": "contact.city", "op": "is", "value": "Bath" }] } }]""", false)]
    [InlineData(Form, false)]
    public void A_frequent_event_wants_a_filter(string triggers, bool said) => Says(LintCodes.NoisyTrigger, said, Check("""{ "a": { "type": "task.add" } }""", triggers));

    [Theory]
    [InlineData("contact.city", "Bath", "Bristol", true)]
    [InlineData("contact.city", "Bath", "bath", false)]
    [InlineData("contact.tags", "vip", "new", false)]
    [InlineData("contact.city", "Bath", "{{contact.city}}", false)]
    public void Nothing_is_two_things_at_once(string field, string one, string other, bool said) => Says(LintCodes.NeverMatches, said, Check("""{ "a": { "type": "task.add" } }""",
        $$"""[{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "{{field}}", "op": "is", "value": "{{one}}" }, { "field": "{{field}}", "op": "is", "value": "{{other}}" }] } }]"""));

    [Theory]
    [InlineData("schedule.due", true)]
    [InlineData("payment.received", false)]
    public void A_goal_is_met_by_what_happens_to_contacts(string type, bool said) => Says(LintCodes.GoalNeverMet, said,
        Check($$"""{ "a": { "type": "goal", "config": { "events": [{ "type": "{{type}}" }] } } }"""), said ? "/steps/a/config/events/0/type" : null);

    [Fact]
    public void A_goal_that_contradicts_itself_is_met_by_nothing() => Says(LintCodes.NeverMatches, true, Check("""
        { "a": { "type": "goal", "config": { "events": [{ "type": "form.submitted", "filters": { "all": [{ "field": "form.id", "op": "is", "value": "a" }, { "field": "form.id", "op": "empty" }] } }] } } }
        """), "/steps/a/config/events/0/filters");

    [Theory]
    [InlineData("""[{ "id": "t", "type": "schedule.due" }]""", "task.add", true)]
    [InlineData("""[{ "id": "t", "type": "schedule.due" }]""", "contact.find", false)]
    [InlineData("""[{ "id": "t", "type": "schedule.due" }, { "id": "u", "type": "form.submitted" }]""", "task.add", false)]
    public void A_schedule_brings_nobody_to_write_to(string triggers, string before, bool said) => Says(LintCodes.NobodyThere, said,
        Check($$"""{ "a": { "type": "{{before}}", "next": "b" }, "b": { "type": "sms.send", "config": {} } }""", triggers), said ? "/steps/b" : null);

    [Fact]
    public void Nothing_happens_to_a_contact_who_was_deleted()
    {
        Says(LintCodes.AfterDelete, true, Check("""{ "a": { "type": "contact.delete", "next": "b" }, "b": { "type": "task.add" } }"""), "/steps/b");
        Says(LintCodes.AfterDelete, false, Check("""{ "a": { "type": "task.add", "next": "b" }, "b": { "type": "contact.delete" } }"""));
    }

    [Theory]
    [InlineData("sms.send", "care", "[]", "WF233")]
    [InlineData("sms.send", "care", """["sms"]""", null)]
    [InlineData("sms.send", "care", """["marketing"]""", "WF233")]
    [InlineData("email.send", "care", "[]", null)]
    [InlineData("email.send", "marketing", "[]", "WF234")]
    [InlineData("email.send", "marketing", """["marketing"]""", null)]
    [InlineData("sms.send", "marketing", """["marketing", "sms"]""", null)]
    public void Private_fields_go_where_they_were_allowed_to_go_and_nowhere_else(string type, string purpose, string allowed, string? code)
    {
        var findings = Check($$"""{ "a": { "type": "{{type}}", "config": { "purpose": "{{purpose}}", "body": "About {{"{{form.fields.skin}}"}}" } } }""", settings: $$"""{ "allowPrivate": {{allowed}} }""");
        Assert.Equal(code, findings.FirstOrDefault(finding => finding.Code is "WF233" or "WF234")?.Code);
        Assert.All(findings, finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Theory]
    [InlineData("steps.v.value", "form.fields.skin", "WF233")]
    [InlineData("steps.w.value", "form.fields.skin", "WF233")]
    [InlineData("steps.w.value", "contact.city", null)]
    [InlineData("steps.v.status", "form.fields.skin", null)]
    [InlineData("steps.i.amount", "contact.city", "WF233")]
    public void What_a_step_retells_is_as_private_as_where_it_is_from(string told, string source, string? code) => Assert.Equal(code, Check($$$"""
        { "v": { "type": "value.set", "config": { "value": "{{ {{{source}}} }} {{ steps.w.value }}" } }, "w": { "type": "value.set", "config": { "value": "{{ steps.v.value }}" } },
          "i": { "type": "invoice.send", "config": {} }, "a": { "type": "sms.send", "config": { "purpose": "care", "body": "About {{ {{{told}}} }}" } } }
        """).FirstOrDefault(finding => finding.Code is "WF233")?.Code);

    [Theory]
    [InlineData("Hi {first_name}", true)]
    [InlineData("Hi [[Name]]", true)]
    [InlineData("Hi *|FNAME|*", true)]
    [InlineData("{% if vip %}Hi{% endif %}", true)]
    [InlineData("Hi ${name}", true)]
    [InlineData("Hi {{contact.firstName}}", false)]
    [InlineData("See you [soon] :-{ 5% off", false)]
    public void Merge_fields_of_other_products_are_noticed(string body, bool said) => Says(LintCodes.ForeignTemplate, said, Check(Sms(body)));

    [Theory]
    [InlineData("Reply STOP to cancel your visit", true)]
    [InlineData("Text QUIT if you want to reschedule", true)]
    [InlineData("Reply END to decline the appointment", true)]
    [InlineData("Reply STOP to opt out", false)]
    [InlineData("Reply STOP to cancel these texts", false)]
    [InlineData("Reply STOP to end messages", false)]
    public void Stop_means_stop(string body, bool said) => Says(LintCodes.StopMeansStop, said, Check(Sms(body)));

    [Theory]
    [InlineData("Reply YES to confirm", true)]
    [InlineData("Please text back “yes”", true)]
    [InlineData("Reply C to confirm. Yes, really!", false)]
    public void Yes_is_a_word_of_the_carriers(string body, bool said) => Says(LintCodes.YesMeansStart, said, Check(Sms(body)));

    [Fact]
    public void Unknown_places_for_private_fields_are_refused() =>
        Assert.Contains(Check("""{ "a": { "type": "task.add" } }""", settings: """{ "allowPrivate": ["everywhere"] }"""), finding => finding.Code == "WF106" && finding.Pointer == "/settings/allowPrivate");
}
