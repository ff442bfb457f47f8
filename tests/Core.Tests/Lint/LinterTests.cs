using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Core.Tests.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Lint;

public sealed class LinterTests
{
    static readonly SmallCatalogue Catalogue = new();

    static ImmutableArray<Finding> Check(string steps, string triggers = """[{ "id": "t", "type": "form.submitted" }]""", string start = "a", bool added = false) =>
        Linter.Check(Sample.Json($$"""{ "triggers": {{triggers}}, "start": "{{start}}", "steps": {{steps}} }"""), Catalogue, added).Findings;

    static void Finds(FindingCode code, ImmutableArray<Finding> findings) => Assert.Contains(findings, finding => finding.Code == code.Code);

    [Fact]
    public void The_sample_is_fine()
    {
        var (_, findings) = Linter.Check(Sample.Json(), Catalogue);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("form.fields.rating", "null", true)]
    [InlineData("form.fields.rating", "\"r\"", false)]
    [InlineData("contact.city", "null", false)]
    public void Nobody_is_chosen_for_a_review_by_how_they_feel(string field, string others, bool warned)
    {
        var findings = Check($$"""
            { "a": { "type": "if", "branches": [{ "id": "b", "when": { "all": [{ "field": "{{field}}", "op": "is", "value": "5" }] }, "next": "t" }], "none": { "next": {{others}} } },
              "t": { "type": "task.add", "next": "r" }, "r": { "type": "review.request" } }
            """);
        Assert.Equal(warned, findings.Any(finding => finding.Code == "WF242" && finding.StepId == "r"));
    }

    [Fact]
    public void A_trigger_may_not_choose_them_either() => Finds(LintCodes.ReviewGate, Check("""{ "a": { "type": "review.request" } }""",
        """[{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "form.fields.rating", "op": "is", "value": "5" }] } }]"""));

    [Fact]
    public void A_circle_needs_a_wait()
    {
        var findings = Check("""{ "a": { "type": "task.add", "name": "First", "next": "b" }, "b": { "type": "goto", "config": { "step": "a" } } }""");
        var finding = Assert.Single(findings);
        Assert.Equal("WF207", finding.Code);
        Assert.Contains("“First” → “goto” (b) → “First”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_in_the_circle_makes_it_fine() =>
        Assert.Empty(Check("""{ "a": { "type": "task.add", "next": "w" }, "w": { "type": "wait.delay", "config": { "for": "P1D" }, "next": "b" }, "b": { "type": "goto", "config": { "step": "a" } } }"""));

    [Fact]
    public void A_disabled_wait_holds_nobody() =>
        Finds(LintCodes.LoopWithoutWait, Check("""{ "a": { "type": "task.add", "next": "w" }, "w": { "type": "wait.delay", "enabled": false, "config": { "for": "P1D" }, "next": "b" }, "b": { "type": "goto", "config": { "step": "a" } } }"""));

    [Fact]
    public void Paths_may_join_without_being_a_circle() =>
        Assert.Empty(Check("""{ "a": { "type": "split", "shares": [{ "id": "x", "percent": 50, "next": "b" }, { "id": "y", "percent": 50, "next": "c" }] }, "b": { "type": "task.add", "next": "c" }, "c": { "type": "end" } }"""));

    [Theory]
    [InlineData("""{ "a": { "type": "task.add", "next": "nowhere" } }""", "/steps/a/next")]
    [InlineData("""{ "a": { "type": "task.add", "onError": { "then": "branch", "next": "nowhere" } } }""", "/steps/a/onError/next")]
    [InlineData("""{ "a": { "type": "goto", "config": { "step": "nowhere" } } }""", "/steps/a/config/step")]
    [InlineData("""{ "a": { "type": "wait.reply", "timeout": { "after": "P1D", "next": "nowhere" } } }""", "/steps/a/timeout/next")]
    [InlineData("""{ "a": { "type": "if", "branches": [{ "id": "b", "when": { "all": [{ "field": "contact.city", "op": "is", "value": "x" }] }, "next": "nowhere" }] } }""", "/steps/a/branches/0/next")]
    [InlineData("""{ "a": { "type": "if", "branches": [{ "id": "b", "when": { "all": [{ "field": "contact.city", "op": "is", "value": "x" }] } }], "none": { "next": "nowhere" } } }""", "/steps/a/none/next")]
    [InlineData("""{ "a": { "type": "split", "shares": [{ "id": "b", "percent": 100, "next": "nowhere" }] } }""", "/steps/a/shares/0/next")]
    [InlineData("""{ "a": { "type": "wait.until", "config": { "at": "2026-12-24", "whenPast": "goTo", "pastStep": "nowhere" } } }""", "/steps/a/config/pastStep")]
    [InlineData("""{ "a": { "type": "wait.invoice", "config": { "paidStep": "nowhere" } } }""", "/steps/a/config/paidStep")]
    [InlineData("""{ "a": { "type": "wait.email", "config": { "stepId": "nowhere", "events": ["opened"] }, "timeout": { "after": "P1D" } } }""", "/steps/a/config/stepId")]
    public void Every_way_must_lead_to_a_step(string steps, string pointer) =>
        Assert.Equal(("WF205", pointer), Check(steps).Select(finding => (finding.Code, finding.Pointer)).Single());

    [Fact]
    public void A_misspelled_merge_field_comes_with_what_was_meant() =>
        Assert.Contains("Did you mean “contact.firstName”?", Assert.Single(Check("""{ "a": { "type": "email.send", "config": { "subject": "Hi {{contact.fistName}}" } } }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_field_of_a_trigger_that_is_not_there_may_be_empty() =>
        Finds(LintCodes.FieldNotBrought, Check("""{ "a": { "type": "email.send", "config": { "subject": "{{appointment.startsAt}}" } } }"""));

    [Fact]
    public void An_output_must_belong_to_a_step_that_gives_it()
    {
        Assert.Empty(Check("""{ "a": { "type": "task.add", "next": "b" }, "b": { "type": "email.send", "config": { "subject": "{{steps.a.id}} {{steps.a.status}}" } } }"""));
        Finds(LintCodes.UnknownField, Check("""{ "a": { "type": "email.send", "config": { "subject": "{{steps.a.id}}" } } }"""));
    }

    [Fact]
    public void A_default_after_a_pipe_is_no_part_of_the_name() =>
        Assert.Empty(Check("""{ "a": { "type": "email.send", "config": { "subject": "Hi {{ contact.firstName | default: \"you\" }}" } } }"""));

    [Fact]
    public void Filters_may_only_use_what_their_own_event_brings() =>
        Finds(LintCodes.UnknownField, Check("""{ "a": { "type": "end" } }""",
            """[{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "appointment.startsAt", "op": "notEmpty" }] } }, { "id": "u", "type": "appointment.booked" }]"""));

    [Theory]
    [InlineData("visits.nextAt", "empty", "")]
    [InlineData("user.name", "is", "Ada")]
    [InlineData("contact.city", "is", "{{user.name}}")]
    public void Filters_may_not_use_what_is_looked_up_only_for_somebody_enrolled(string field, string op, string value)
    {
        var filters = $$$"""{ "all": [{ "field": "{{{field}}}", "op": "{{{op}}}", "value": "{{{value}}}" }] }""";
        Finds(LintCodes.UnknownField, Check("""{ "a": { "type": "end" } }""", $$"""[{ "id": "t", "type": "form.submitted", "filters": {{filters}} }]"""));
        Finds(LintCodes.UnknownField, Check($$$"""{ "a": { "type": "goal", "config": { "events": [{ "type": "form.submitted", "filters": {{{filters}}} }], "whenUnmet": "continue" } } }"""));
        Assert.Empty(Check($$"""{ "a": { "type": "if", "branches": [{ "id": "b", "when": {{filters}}, "next": "c" }] }, "c": { "type": "task.add" } }"""));
    }

    [Fact]
    public void Filters_may_ask_about_the_contact() =>
        Assert.Empty(Check("""{ "a": { "type": "task.add" } }""",
            """[{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "contact.city", "op": "is", "value": "{{form.id}}" }, { "field": "contact.tags", "op": "contains", "value": "vip" }] } }]"""));

    [Theory]
    [InlineData("Reply CANCEL to cancel", true)]
    [InlineData("please text back \\\"cancel\\\"", true)]
    [InlineData("Reply C to confirm or R to reschedule", false)]
    [InlineData("We had to cancel your visit. Reply R to reschedule", false)]
    public void Texts_must_not_ask_for_an_unsubscribe_word(string body, bool found) =>
        Assert.Equal(found, Check($$"""{ "a": { "type": "sms.send", "config": { "body": "{{body}}" } } }""").Any(finding => finding.Code == "WF240"));

    [Fact]
    public void A_workflow_that_others_add_to_needs_no_trigger()
    {
        Finds(LintCodes.NoTrigger, Check("""{ "a": { "type": "end" } }""", "[]"));
        Assert.Empty(Check("""{ "a": { "type": "end" } }""", "[]", added: true));
    }

    [Fact]
    public void A_goal_is_reached_from_anywhere() =>
        Assert.Empty(Check("""{ "a": { "type": "end" }, "g": { "type": "goal", "config": { "events": [{ "type": "payment.received" }] }, "next": "t" }, "t": { "type": "task.add" } }"""));

    [Fact]
    public void No_change_to_a_definition_makes_the_linter_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => !Linter.Check(MutationTests.Mutate(seed), Catalogue).Findings.IsDefault)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_long_chain_of_steps_is_walked_without_a_deep_stack()
    {
        var steps = new JsonObject(Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"s{i}", (JsonNode?)new JsonObject { ["type"] = "task.add", ["next"] = $"s{(i + 1) % 500}" })));
        var finding = Assert.Single(Check(steps.ToJsonString(), start: "s0"));
        Assert.Equal("WF207", finding.Code);
    }
}
