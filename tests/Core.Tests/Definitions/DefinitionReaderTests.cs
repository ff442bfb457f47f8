using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    [Fact]
    public void A_definition_with_every_kind_of_step_is_read_without_findings()
    {
        var (definition, findings) = DefinitionReader.Read(Sample.Json());
        Assert.Empty(findings);
        Assert.Equal(16, definition!.Steps.Count);
        Assert.Equal(Reentry.Always, definition.Settings.Reentry);
        Assert.Equal("care", Assert.IsType<Step.Act>(definition.Steps["mail"]).Purpose);
        Assert.True(Assert.IsType<Step.WaitUntil>(definition.Steps["until"]).FollowsAppointment);
        Assert.Equal("PT4H", Assert.IsType<Step.WaitReply>(definition.Steps["reply"]).Timeout!.After);
    }


    [Fact]
    public void What_was_read_is_written_back_the_same()
    {
        var written = DefinitionWriter.WriteNode(DefinitionReader.Read(Sample.Json()).Definition!);
        Assert.True(JsonNode.DeepEquals(Sample.Node(), written), written.ToJsonString());
    }

    [Fact]
    public void Writing_twice_changes_nothing()
    {
        var once = DefinitionWriter.Write(DefinitionReader.Read(Sample.Json()).Definition!);
        var twice = DefinitionWriter.Write(DefinitionReader.Read(once).Definition!);
        Assert.Equal(once.GetRawText(), twice.GetRawText());
    }

    [Fact]
    public void An_empty_definition_takes_the_defaults()
    {
        var (definition, findings) = DefinitionReader.Read(Sample.Json("""{ "triggers": [], "steps": {} }"""));
        Assert.Empty(findings);
        Assert.Equal(WorkflowSettings.Default, definition!.Settings);
        Assert.Null(definition.Start);
    }

    [Fact]
    public void A_failed_action_is_tried_five_times_and_then_passed_over_when_nothing_is_said()
    {
        var act = (Step.Act)DefinitionReader.Read(Sample.Json("""{ "steps": { "s": { "type": "sms.send" } } }""")).Definition!.Steps["s"];
        Assert.Equal(new OnError(OnErrorThen.Continue, null, 5), act.OnError);
    }

    [Fact]
    public void A_timeout_inside_config_counts_as_well()
    {
        var (definition, findings) = DefinitionReader.Read(Sample.With(json =>
        {
            json["steps"]!["reply"]!.AsObject().Remove("timeout");
            json["steps"]!["reply"]!["config"]!["timeout"] = new JsonObject { ["after"] = "PT1H", ["next"] = "task" };
        }));
        Assert.Empty(findings);
        Assert.Equal("PT1H", ((Step.WaitReply)definition!.Steps["reply"]).Timeout!.After);
    }

    [Fact]
    public void A_finding_points_at_the_place_and_names_the_step_by_its_name()
    {
        var (_, findings) = DefinitionReader.Read(Sample.With(json => json["steps"]!["mail"]!["onError"]!["maxAttempts"] = 99));
        var finding = Assert.Single(findings);
        Assert.Equal(("WF107", "/steps/mail/onError/maxAttempts", "mail"), (finding.Code, finding.Pointer, finding.StepId));
        Assert.Contains("“Confirmation”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_of_a_later_schema_is_not_guessed_at()
    {
        var (definition, findings) = DefinitionReader.Read(Sample.With(json => json["schemaVersion"] = 2));
        Assert.Null(definition);
        Assert.Equal("WF102", Assert.Single(findings).Code);
    }

    [Fact]
    public void Broken_characters_are_a_finding_and_no_exception()
    {
        var (definition, findings) = DefinitionReader.Read(Sample.Json("""{ "steps": { "a": { "type": "\ud800" } } }"""));
        Assert.Null(definition);
        Assert.Equal("WF122", Assert.Single(findings).Code);
    }

    [Fact]
    public void No_json_at_all_is_a_finding() => Assert.Equal("WF101", Assert.Single(DefinitionReader.Read(default).Findings).Code);

    public static TheoryData<string, string, string> Wrongs() => new()
    {
        { "WF103", "/triggers", """{ "triggers": 7 }""" },
        { "WF103", "/steps", """{ "steps": [] }""" },
        { "WF103", "/steps/s", """{ "steps": { "s": 1 } }""" },
        { "WF103", "/settings/stopOnReply", """{ "settings": { "stopOnReply": "yes" } }""" },
        { "WF103", "/steps/s/config", """{ "steps": { "s": { "type": "sms.send", "config": [] } } }""" },
        { "WF104", "/steps/s/type", """{ "steps": { "s": {} } }""" },
        { "WF104", "/triggers/0/id", """{ "triggers": [{ "type": "form.submitted" }] }""" },
        { "WF104", "/steps/s/config/step", """{ "steps": { "s": { "type": "goto" } } }""" },
        { "WF104", "/steps/s/config/for", """{ "steps": { "s": { "type": "wait.delay" } } }""" },
        { "WF105", "/steps/s/nxt", """{ "steps": { "s": { "type": "end", "nxt": "a" } } }""" },
        { "WF105", "/settings/reenter", """{ "settings": { "reenter": true } }""" },
        { "WF106", "/settings/reentry", """{ "settings": { "reentry": "sometimes" } }""" },
        { "WF106", "/steps/s/config/channel", """{ "steps": { "s": { "type": "wait.reply", "config": { "channel": "fax" } } } }""" },
        { "WF106", "/steps/s/config/events", """{ "steps": { "s": { "type": "wait.email", "config": { "events": ["read"] } } } }""" },
        { "WF107", "/steps/s/config/batch", """{ "steps": { "s": { "type": "drip", "config": { "batch": 0, "every": "PT1M" } } } }""" },
        { "WF107", "/steps/s/shares/0/percent", """{ "steps": { "s": { "type": "split", "shares": [{ "id": "a", "percent": 101 }] } } }""" },
        { "WF109", "/steps/s/config/for", """{ "steps": { "s": { "type": "wait.delay", "config": { "for": "1 day" } } } }""" },
        { "WF109", "/steps/s/config/for", """{ "steps": { "s": { "type": "wait.delay", "config": { "for": "-P1D" } } } }""" },
        { "WF109", "/steps/s/config/for", """{ "steps": { "s": { "type": "wait.delay", "config": { "for": "P" } } } }""" },
        { "WF109", "/steps/s/timeout/after", """{ "steps": { "s": { "type": "wait.reply", "timeout": { "after": "soon" } } } }""" },
        { "WF110", "/steps/s/config/at", """{ "steps": { "s": { "type": "wait.delay", "config": { "at": "9am" } } } }""" },
        { "WF111", "/settings/pauseDates/0/from", """{ "settings": { "pauseDates": [{ "from": "Xmas", "to": "2026-01-01" }] } }""" },
        { "WF111", "/settings/pauseDates/0/to", """{ "settings": { "pauseDates": [{ "from": "2026-01-02", "to": "2026-01-01" }] } }""" },
        { "WF111", "/steps/s/config/at", """{ "steps": { "s": { "type": "wait.until", "config": { "at": "tomorrow" } } } }""" },
        { "WF112", "/settings/timeZone", """{ "settings": { "timeZone": "Mars/Base" } }""" },
        { "WF113", "/triggers/0/filters", """{ "triggers": [{ "id": "t", "type": "x", "filters": 7 }] }""" },
        { "WF113", "/steps/s/branches/0/when/all/0", """{ "steps": { "s": { "type": "if", "branches": [{ "id": "b", "when": { "all": [{ "op": "is" }] } }] } } }""" },
        { "WF114", "/settings/window", """{ "settings": { "window": { "days": ["noday"], "from": "09:00", "to": "10:00" } } }""" },
        { "WF116", "/settings/pauseDates/0", """{ "settings": { "pauseDates": [{ "from": "2026-01-01", "to": "2026-01-16" }] } }""" },
        { "WF117", "/settings/pauseDates/1", """{ "settings": { "pauseDates": [{ "from": "2026-01-01", "to": "2026-01-02" }, { "from": "2026-01-02", "to": "2026-01-03" }] } }""" },
        { "WF117", "/settings/pauseDates/1", """{ "settings": { "pauseDates": [{ "from": "2020-12-30", "to": "2021-01-03", "yearly": true }, { "from": "2026-01-02", "to": "2026-01-03" }] } }""" },
        { "WF118", "/steps/a~1b", """{ "steps": { "a/b": { "type": "end" } } }""" },
        { "WF118", "/triggers/0/id", """{ "triggers": [{ "id": "t 1", "type": "x" }] }""" },
        { "WF119", "/steps/s", """{ "steps": { "s": { "type": "end" }, "s": { "type": "end" } } }""" },
        { "WF119", "/triggers/1/id", """{ "triggers": [{ "id": "t", "type": "x" }, { "id": "t", "type": "x" }] }""" },
        { "WF121", "/steps/s/config", """{ "steps": { "s": { "type": "wait.until", "config": {} } } }""" },
    };

    [Theory, MemberData(nameof(Wrongs))]
    public void What_is_wrong_gets_its_code_and_its_place(string code, string pointer, string json)
    {
        var (_, findings) = DefinitionReader.Read(Sample.Json(json));
        Assert.Contains(findings, finding => finding.Code == code && finding.Pointer == pointer);
    }

    [Fact]
    public void Long_names_and_large_definitions_have_limits()
    {
        var many = new JsonObject(Enumerable.Range(0, 501).Select(i => KeyValuePair.Create($"s{i}", (JsonNode?)new JsonObject { ["type"] = "end" })));
        var (definition, findings) = DefinitionReader.Read(Sample.With(json => json["steps"] = many));
        Assert.Contains(findings, finding => finding.Code == "WF120");
        Assert.Equal(DefinitionReader.MaxSteps, definition!.Steps.Count);
        Assert.Contains(DefinitionReader.Read(Sample.With(json => json["steps"]!["mail"]!["name"] = new string('x', 501))).Findings, finding => finding.Code == "WF108");
    }

    [Fact]
    public void At_most_fifteen_pause_dates_are_allowed()
    {
        var pauses = new JsonArray([.. Enumerable.Range(1, 16).Select(day => new JsonObject { ["from"] = $"2026-03-{day:00}", ["to"] = $"2026-03-{day:00}" })]);
        Assert.Equal("WF115", Assert.Single(DefinitionReader.Read(Sample.With(json => json["settings"]!["pauseDates"] = pauses)).Findings).Code);
    }

    [Fact]
    public void The_definition_outlives_the_document_it_was_read_from()
    {
        var document = JsonDocument.Parse(Sample.Text);
        var definition = DefinitionReader.Read(document.RootElement).Definition!;
        document.Dispose();
        Assert.Contains("America/New_York", DefinitionWriter.Write(definition).GetRawText(), StringComparison.Ordinal);
    }
}
