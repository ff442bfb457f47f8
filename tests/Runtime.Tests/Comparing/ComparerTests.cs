using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Comparing;

namespace AesthetixWorkflows.Runtime.Tests.Comparing;

/// <summary>Differences of two definitions, as a practice manager reads them.</summary>
public sealed class ComparerTests
{
    const string First = """
        {"schemaVersion":1,"settings":{"reentry":"afterFinish"},
         "triggers":[{"id":"t1","type":"form.submitted","name":"Form","filters":{"all":[{"field":"form.id","op":"is","value":"consultation"}]}}],
         "start":"a","steps":{
           "a":{"type":"email.send","name":"Confirmation","config":{"purpose":"care","subject":"We have it","body":"Hello"},"next":"b"},
           "b":{"type":"wait.delay","name":"One day","config":{"for":"P1D"},"next":"c"},
           "c":{"type":"sms.send","name":"Reminder","config":{"purpose":"care","body":"See you"},"next":"d"},
           "d":{"type":"if","name":"Booked?","branches":[{"id":"b1","name":"Booked","when":{"all":[{"field":"contact.tags","op":"contains","value":"booked"}]},"next":null}],"none":{"next":"e"}},
           "e":{"type":"task.add","name":"Call","config":{"title":"Call them"},"next":null}},
         "layout":{"a":{"x":1}},"notes":[]}
        """;

    static readonly Comparer Comparer = new(Builtin.Catalogue());

    [Fact]
    public void Layout_notes_and_the_order_of_properties_are_no_difference()
    {
        var diff = Diff(d =>
        {
            d["layout"] = new JsonObject { ["a"] = new JsonObject { ["x"] = 900 } };
            d["notes"] = new JsonArray(new JsonObject { ["text"] = "hi" });
            d["steps"]!["a"]!["config"] = new JsonObject { ["body"] = "Hello", ["subject"] = "We have it", ["purpose"] = "care" };
        });
        Assert.True(diff.Same);
        Assert.Empty(diff.Sentences);
    }

    [Fact]
    public void A_step_without_a_name_is_called_after_its_kind_never_after_its_id()
    {
        var before = (JsonObject)JsonNode.Parse(First)!;
        ((JsonObject)before["steps"]!["c"]!).Remove("name");
        var after = (JsonObject)before.DeepClone();
        after["steps"]!["c"]!["config"]!["body"] = "See you soon";
        var diff = Comparer.Compare(1, Read(before.ToJsonString()), null, Read(after.ToJsonString()));
        Assert.Equal(["“Send text message” now says “See you soon” (before: “See you”)."], diff.Sentences);
    }

    [Fact]
    public void Texts_waits_names_and_switches_are_told_as_people_say_them() => Assert.Equal(
        [
            "Email “Confirmation” is switched off.",
            "Email “Confirmation”: Subject is now “Thank you” (before: “We have it”).",
            "Wait “One day” is now called “Two days”.",
            "Wait “Two days” changed from 1 day to 2 days.",
            "Text “Reminder” now says “See you soon” (before: “See you”).",
        ],
        Diff(d =>
        {
            d["steps"]!["a"]!["enabled"] = false;
            d["steps"]!["a"]!["config"]!["subject"] = "Thank you";
            d["steps"]!["b"]!["name"] = "Two days";
            d["steps"]!["b"]!["config"]!["for"] = "P2D";
            d["steps"]!["c"]!["config"]!["body"] = "See you soon";
        }).Sentences);

    [Fact]
    public void A_step_put_in_between_is_one_difference_and_so_is_one_taken_out()
    {
        var added = Diff(d =>
        {
            d["steps"]!["x"] = JsonNode.Parse("""{"type":"sms.send","name":"Extra","config":{"purpose":"care","body":"!"},"next":"c"}""");
            d["steps"]!["b"]!["next"] = "x";
        });
        Assert.Equal(["Text “Extra” was added after Wait “One day”."], added.Sentences);
        Assert.Equal(("added", "step", "x"), (added.Differences[0].Kind, added.Differences[0].What, added.Differences[0].Id));

        Assert.Equal(["Wait “One day” was removed."], Diff(d =>
        {
            d["steps"]!.AsObject().Remove("b");
            d["steps"]!["a"]!["next"] = "c";
        }).Sentences);
    }

    [Fact]
    public void A_moved_step_is_one_difference() => Assert.Equal(
        ["Text “Reminder” was moved: it is now at the beginning (before: after Wait “One day”)."],
        Diff(d =>
        {
            d["start"] = "c";
            d["steps"]!["c"]!["next"] = "a";
            d["steps"]!["b"]!["next"] = "d";
        }).Sentences);

    [Fact]
    public void A_path_that_leads_elsewhere_is_told_from_where_to_where() => Assert.Equal(
        ["The branch “Booked” of If/Else “Booked?” now goes on to Task “Call” (before: the end)."],
        Diff(d => d["steps"]!["d"]!["branches"]![0]!["next"] = "e").Sentences);

    [Fact]
    public void Conditions_of_branches_and_triggers_are_narrated()
    {
        var sentences = Diff(d =>
        {
            d["triggers"]![0]!["filters"]!["all"]![0]!["value"] = "botox";
            d["steps"]!["d"]!["branches"]![0]!["when"]!["all"]![0]!["value"] = "vip";
            d["steps"]!["d"]!["branches"]!.AsArray().Add(JsonNode.Parse("""{"id":"b2","name":"New","when":{"all":[{"field":"contact.email","op":"empty"}]},"next":null}"""));
        }).Sentences;
        Assert.Equal(3, sentences.Count);
        Assert.Matches("^Trigger “Form” now asks: Form is botox \\(before: Form is consultation\\)\\.$", sentences[0]);
        Assert.Equal("The branch “Booked” of If/Else “Booked?” now asks: Tags contains vip (before: Tags contains booked).", sentences[1]);
        Assert.StartsWith("If/Else “Booked?” has a new branch “New”: Email", sentences[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_timeouts_failures_and_triggers_are_told()
    {
        var sentences = Diff(d =>
        {
            d["settings"]!["reentry"] = "once";
            d["settings"]!["stopOnReply"] = true;
            d["steps"]!["e"]!["onError"] = new JsonObject { ["then"] = "stop", ["maxAttempts"] = 2 };
            d["triggers"]!.AsArray().Add(JsonNode.Parse("""{"id":"t2","type":"appointment.booked","filters":{"all":[]}}"""));
        }).Sentences;
        Assert.Contains("Entering again: now once only (before: after finishing).", sentences);
        Assert.Contains("Stop when the contact replies: now yes (before: no).", sentences);
        Assert.Contains(sentences, s => s.StartsWith("When Task “Call” fails, the workflow now stops", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("Task “Call” is now tried up to 2 times", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.EndsWith("was added: everything lets in.", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_in_a_first_version_was_added()
    {
        var diff = Comparer.Compare(0, Comparer.Nothing, 1, Read(First));
        Assert.Equal(5, diff.Differences.Count(d => d is { Kind: "added", What: "step" }));
        Assert.Equal(["a", "b", "c", "d", "e"], diff.Differences.Where(d => d is { Kind: "added", What: "step" }).Select(d => d.Id));
        Assert.Single(diff.Differences, d => d is { Kind: "added", What: "trigger" });
    }

    [Fact]
    public void Of_a_large_rearrangement_only_the_first_moves_are_called_moves()
    {
        var diff = Comparer.Compare(1, Long(i => i), 2, Long(i => 399 - i));
        Assert.InRange(diff.Differences.Count(d => d.Kind == "moved"), 0, 20);
        Assert.NotEmpty(diff.Differences);
    }

    static Definition Long(Func<int, int> place)
    {
        var steps = Enumerable.Range(0, 400).Select(i => (JsonNode)new JsonObject { ["type"] = "task.add", ["config"] = new JsonObject { ["title"] = "x" }, ["next"] = i == 399 ? null : $"s{place(i + 1)}" });
        var all = new JsonObject(steps.Select((s, i) => KeyValuePair.Create($"s{place(i)}", (JsonNode?)s)));
        return Read(new JsonObject { ["schemaVersion"] = 1, ["settings"] = new JsonObject(), ["triggers"] = new JsonArray(), ["start"] = $"s{place(0)}", ["steps"] = all }.ToJsonString());
    }

    static DefinitionDiff Diff(Action<JsonObject> change)
    {
        var changed = JsonNode.Parse(First)!.AsObject();
        change(changed);
        return Comparer.Compare(1, Read(First), 2, Read(changed.ToJsonString()));
    }

    static Definition Read(string json) => DefinitionReader.Read(JsonElement.Parse(json)).Definition!;
}
