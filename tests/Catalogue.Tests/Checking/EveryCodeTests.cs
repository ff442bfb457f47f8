using System.Text.Json;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Tests.Checking;

/// <summary>A code that nothing can produce would be a promise in the documentation that nobody keeps.</summary>
public sealed class EveryCodeTests
{
    static readonly LintCatalogue Catalogue = new(Builtin.Catalogue());

    const string Form = """[{ "id": "t", "type": "form.submitted" }]""";

    static string Steps(string steps, string triggers = Form) => $$"""{ "triggers": {{triggers}}, "start": "a", "steps": {{steps}} }""";
    static string Sms(string body) => Steps($$"""{ "a": { "type": "sms.send", "config": { "purpose": "care", "body": {{JsonSerializer.Serialize(body)}} } } }""");

    static readonly Dictionary<string, string> Examples = new()
    {
        ["WF101"] = "[]",
        ["WF102"] = """{ "schemaVersion": 9 }""",
        ["WF103"] = """{ "triggers": {} }""",
        ["WF104"] = Steps("""{ "a": { "name": "What?" } }"""),
        ["WF105"] = """{ "trigger": [] }""",
        ["WF106"] = """{ "settings": { "scope": "world" } }""",
        ["WF107"] = Steps("""{ "a": { "type": "drip", "config": { "batch": 10001, "every": "PT1M" } } }"""),
        ["WF108"] = $$"""{ "start": "{{new string('x', 600)}}" }""",
        ["WF109"] = Steps("""{ "a": { "type": "wait.delay", "config": { "for": "a day" } } }"""),
        ["WF110"] = Steps("""{ "a": { "type": "wait.delay", "config": { "at": "25:00" } } }"""),
        ["WF111"] = Steps("""{ "a": { "type": "wait.until", "config": { "at": "soon" } } }"""),
        ["WF112"] = """{ "settings": { "timeZone": "here" } }""",
        ["WF113"] = """{ "triggers": [{ "id": "t", "type": "form.submitted", "filters": [] }] }""",
        ["WF114"] = """{ "settings": { "window": { "days": "all" } } }""",
        ["WF115"] = $$"""{ "settings": { "pauseDates": [{{string.Join(",", Enumerable.Range(1, 16).Select(day => $$"""{ "from": "2026-03-{{day:00}}", "to": "2026-03-{{day:00}}" }"""))}}] } }""",
        ["WF116"] = """{ "settings": { "pauseDates": [{ "from": "2026-01-01", "to": "2026-02-01" }] } }""",
        ["WF117"] = """{ "settings": { "pauseDates": [{ "from": "2026-01-01", "to": "2026-01-03" }, { "from": "2026-01-03", "to": "2026-01-04" }] } }""",
        ["WF118"] = """{ "steps": { "a b": { "type": "end" } } }""",
        ["WF119"] = """{ "steps": { "a": { "type": "end" }, "a": { "type": "end" } } }""",
        ["WF120"] = $$"""{ "triggers": [{{string.Join(",", Enumerable.Range(0, 51).Select(i => $$"""{ "id": "t{{i}}", "type": "form.submitted" }"""))}}] }""",
        ["WF121"] = Steps("""{ "a": { "type": "wait.until", "config": { "field": "contact.createdAt", "at": "2026-12-24" } } }"""),
        ["WF122"] = """{ "start": "\ud800" }""",
        ["WF201"] = """{ "triggers": [{ "id": "t", "type": "form.submited" }] }""",
        ["WF202"] = Steps("""{ "a": { "type": "sms.sent" } }"""),
        ["WF203"] = """{ "triggers": [{ "id": "t", "type": "form.submitted" }], "steps": { "a": { "type": "end" } } }""",
        ["WF204"] = Steps("""{ "a": { "type": "end" } }""", "[]"),
        ["WF205"] = Steps("""{ "a": { "type": "note.add", "config": { "text": "x" }, "next": "b" } }"""),
        ["WF206"] = Steps("""{ "a": { "type": "end" }, "b": { "type": "end" } }"""),
        ["WF207"] = Steps("""{ "a": { "type": "goto", "config": { "step": "a" } } }"""),
        ["WF208"] = Steps("""{ "a": { "type": "end", "next": "b" }, "b": { "type": "end" } }"""),
        ["WF209"] = Steps("""{ "a": { "type": "split", "shares": [{ "id": "x", "percent": 99 }] } }"""),
        ["WF210"] = Steps("""{ "a": { "type": "if", "branches": [] } }"""),
        ["WF211"] = Steps("""{ "a": { "type": "split", "shares": [{ "id": "x", "percent": 50 }, { "id": "x", "percent": 50 }] } }"""),
        ["WF212"] = Steps("""{ "a": { "type": "wait.delay", "config": { "window": { "hours": {} } } } }"""),
        ["WF213"] = Steps("""{ "a": { "type": "wait.reply" } }"""),
        ["WF214"] = Steps("""{ "a": { "type": "goal", "config": { "events": [] } } }"""),
        ["WF215"] = Steps("""{ "a": { "type": "wait.email", "config": { "stepId": "a", "events": ["opened"] } } }"""),
        ["WF216"] = Steps("""{ "a": { "type": "wait.until", "config": { "field": "appointment.startsAt", "offset": "-P1D" } } }"""),
        ["WF217"] = Steps("""{ "a": { "type": "note.add", "config": { "text": "x" }, "onError": { "then": "branch" } } }"""),
        ["WF220"] = Steps("""{ "a": { "type": "note.add", "config": { "text": " " } } }"""),
        ["WF221"] = Steps("""{ "a": { "type": "webhook.send", "config": { "url": "example" } } }"""),
        ["WF222"] = Sms(new string('x', 1601)),
        ["WF223"] = Steps("""{ "a": { "type": "opportunity.create", "config": { "pipelineId": "p", "value": -1 } } }"""),
        ["WF224"] = Steps("""{ "a": { "type": "appointment.status.set", "config": { "status": "maybe" } } }"""),
        ["WF225"] = Steps("""{ "a": { "type": "note.add", "config": { "text": "x", "txt": "y" } } }"""),
        ["WF226"] = Steps("""{ "a": { "type": "sms.send", "config": { "body": "Hi" } } }"""),
        ["WF227"] = Steps("""{ "a": { "type": "end" } }""", """[{ "id": "t", "type": "schedule.due", "config": { "name": "Minutely", "every": "cron", "cron": "* * * * *" } }]"""),
        ["WF230"] = Sms("Hi {{contact.nam}}"),
        ["WF231"] = Sms("See you {{appointment.startsAt}}"),
        ["WF232"] = Sms("Hi {{contact.name}"),
        ["WF233"] = Sms("You wrote {{form.fields.allergies}}"),
        ["WF240"] = Sms("Reply CANCEL to cancel"),
        ["WF242"] = Steps("""{ "a": { "type": "if", "branches": [{ "id": "b", "when": { "all": [{ "field": "form.fields.rating", "op": "gt", "value": 3 }] }, "next": "r" }] }, "r": { "type": "review.request", "config": { "channel": "sms", "purpose": "care" } } }"""),
        ["WF248"] = Steps("""{ "a": { "type": "if", "branches": [{ "id": "b", "name": "Yes", "when": { "all": [] }, "next": null }] } }"""),
        ["WF218"] = Steps("""{ "a": { "type": "sms.send", "config": { "purpose": "care", "body": "x" }, "next": "b" }, "b": { "type": "sms.send", "config": { "purpose": "care", "body": "y" } } }"""),
        ["WF219"] = Steps("""{ "a": { "type": "end" } }""", """[{ "id": "t", "type": "form.submitted" }, { "id": "u", "type": "form.submitted" }]"""),
        ["WF228"] = Steps("""{ "a": { "type": "end" } }""", """[{ "id": "t", "type": "contact.changed" }]"""),
        ["WF229"] = Steps("""{ "a": { "type": "sms.send", "config": { "purpose": "care", "body": "x" }, "next": "w" }, "w": { "type": "wait.reply", "timeout": { "after": "PT1H", "next": "b" } }, "b": { "type": "sms.send", "config": { "purpose": "care", "body": "y" } } }"""),
        ["WF234"] = Steps("""{ "a": { "type": "email.send", "config": { "purpose": "marketing", "subject": "x", "body": "More {{form.fields.treatment}}?" } } }"""),
        ["WF235"] = Sms("Hi {first_name}"),
        ["WF236"] = Steps("""{ "a": { "type": "contact.delete", "config": {}, "next": "b" }, "b": { "type": "note.add", "config": { "text": "x" } } }"""),
        ["WF237"] = Steps("""{ "a": { "type": "end" } }""", """[{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "form.id", "op": "is", "value": "a" }, { "field": "form.id", "op": "is", "value": "b" }] } }]"""),
        ["WF238"] = Steps("""{ "a": { "type": "goal", "config": { "events": [{ "type": "schedule.due" }] } } }"""),
        ["WF239"] = Steps("""{ "a": { "type": "note.add", "config": { "text": "x" } } }""", """[{ "id": "t", "type": "schedule.due", "config": { "name": "x", "every": "day", "at": "09:00" } }]"""),
        ["WF243"] = Sms("Reply STOP to cancel your visit"),
        ["WF244"] = Sms("Reply YES to confirm"),
        ["WF245"] = Sms("Hi {{#if contact.name}}you"),
        ["WF246"] = Sms("Hi {{else}}you"),
        ["WF247"] = Sms("Hi {{#with contact}}you{{/with}}"),
        ["WF241"] = Sms(new string('x', 1600)),
    };

    // What only an import, or a look at the practice, can find; their own tests produce them.
    static readonly string[] OfOthers =
        [LintCodes.ReferenceUnresolved.Code, LintCodes.SecretLeftOut.Code, LintCodes.DeletedReference.Code, LintCodes.RestingWorkflow.Code, LintCodes.WorkflowCircle.Code];

    public static TheoryData<string> Codes() => [.. FindingCodes.All.Select(code => code.Code).Except(OfOthers)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_is_produced_with_the_severity_it_is_documented_with(string code)
    {
        using var json = JsonDocument.Parse(Examples[code]);
        var found = Linter.Check(json.RootElement, Catalogue).Findings.Where(finding => finding.Code == code).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, finding =>
        {
            Assert.Equal(FindingCodes.Find(code)!.Severity, finding.Severity);
            Assert.NotEmpty(finding.Message);
            Assert.True(finding.Pointer.Length == 0 || finding.Pointer[0] == '/');
        });
    }

    [Fact]
    public void A_misspelled_name_is_suggested()
    {
        using var json = JsonDocument.Parse(Sms("Hi {{contact.nam}}"));
        Assert.Contains("“contact.name”", Assert.Single(Linter.Check(json.RootElement, Catalogue).Findings).Message, StringComparison.Ordinal);
    }

    /// <summary>The example of api.md, word for word.</summary>
    [Fact]
    public void The_documented_example_is_without_findings()
    {
        using var json = JsonDocument.Parse("""
            {
              "schemaVersion": 1,
              "settings": { "reentry": "afterFinish", "scope": "contact", "stopOnReply": false, "timeZone": "contact",
                            "window": null, "pauseDates": [], "sender": {}, "onNewVersion": "stay" },
              "triggers": [ { "id": "t1", "type": "form.submitted", "name": "Consultation form",
                              "filters": { "all": [ { "field": "form.id", "op": "is", "value": "consultation" } ] } } ],
              "start": "s1",
              "steps": {
                "s1": { "type": "email.send", "name": "Confirmation", "config": { "purpose": "care", "subject": "We have your request", "body": "Hi {{contact.firstName}}…" }, "next": "s2" },
                "s2": { "type": "sms.send", "config": { "purpose": "care", "body": "Hi {{contact.firstName}}, …" }, "next": "s3" },
                "s3": { "type": "wait.delay", "config": { "for": "P1D", "window": null }, "next": "s4" },
                "s4": { "type": "if", "branches": [ { "id": "b1", "name": "Booked", "when": { "all": [ { "field": "contact.tags", "op": "contains", "value": "booked" } ] }, "next": null } ],
                        "none": { "name": "Not yet", "next": "s5" } },
                "s5": { "type": "task.add", "config": { "title": "Call {{contact.firstName}}", "due": "P1D" }, "next": null }
              },
              "layout": {}, "notes": []
            }
            """);
        Assert.Empty(Linter.Check(json.RootElement, Catalogue).Findings);
    }
}
