using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Asking;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Tests.Asking;

public sealed class ReadyConditionsTests
{
    static readonly LintCatalogue Catalogue = new(Builtin.Catalogue());

    public static TheoryData<string> Keys => [.. ReadyConditions.All.Select(ready => ready.Key)];

    static ReadyCondition Find(string key) => ReadyConditions.All.Single(ready => ready.Key == key);

    [Theory, MemberData(nameof(Keys))]
    public void Filled_in_it_is_without_findings_where_a_trigger_brings_what_it_asks_about(string key) =>
        Assert.Empty(Check(Find(key), Filled(Find(key))));

    [Theory, MemberData(nameof(Keys))]
    public void A_blank_lies_where_it_is_said_to_and_is_told_until_it_is_filled_in(string key)
    {
        var ready = Find(key);
        var empty = ready.Asks.Where(ask => At(ready, ask).GetString() is "").ToList();
        Assert.All(ready.Asks, ask => Assert.Equal(JsonValueKind.String, At(ready, ask).ValueKind));
        Assert.Equal(empty.Select(ask => "/steps/a/branches/0/when" + ask.Pointer), Check(ready, JsonNode.Parse(ready.Condition.GetRawText())!).Select(finding => finding.Pointer));
    }

    [Fact]
    public void Keys_and_names_are_unique_and_there_are_ten_at_least()
    {
        Assert.True(ReadyConditions.All.Length >= 10);
        Assert.Distinct(ReadyConditions.All.Select(ready => ready.Key));
        Assert.Distinct(ReadyConditions.All.Select(ready => ready.Name));
        Assert.All(ReadyConditions.All, ready => Assert.EndsWith(".", ready.Help, StringComparison.Ordinal));
    }

    static JsonElement At(ReadyCondition ready, ReadyBlank ask) => ask.Pointer.Split('/').Skip(1)
        .Aggregate(ready.Condition, (at, part) => at.ValueKind is JsonValueKind.Array ? at[int.Parse(part, null)] : at.GetProperty(part));

    static JsonNode Filled(ReadyCondition ready)
    {
        var condition = JsonNode.Parse(ready.Condition.GetRawText())!;
        foreach (var ask in ready.Asks.Where(ask => At(ready, ask).GetString() is ""))
        {
            var parts = ask.Pointer.Split('/').Skip(1).ToList();
            var owner = parts.SkipLast(1).Aggregate(condition, (at, part) => at is JsonArray list ? list[int.Parse(part, null)]! : at[part]!);
            owner[parts[^1]] = ask.Field.Kind is FieldKind.Duration ? "P30D" : "sample";
        }
        return condition;
    }

    static System.Collections.Immutable.ImmutableArray<Core.Definitions.Finding> Check(ReadyCondition ready, JsonNode condition)
    {
        var trigger = Catalogue.TriggerTypes.Order(StringComparer.Ordinal).First(type => type.StartsWith(Root(ready), StringComparison.Ordinal)
            && ready.Fields.All(field => Catalogue.CommonFields.Concat(Catalogue.FieldsOf(type)).Any(known => known.Covers(field))));
        var definition = new JsonObject
        {
            ["triggers"] = new JsonArray(new JsonObject { ["id"] = "t", ["type"] = trigger, ["filters"] = JsonNode.Parse("""{ "all": [{ "field": "contact.city", "op": "is", "value": "Bath" }] }""") }),
            ["start"] = "a",
            ["steps"] = JsonNode.Parse("""
                { "a": { "type": "if", "branches": [{ "id": "b", "next": "c" }] }, "c": { "type": "note.add", "config": { "text": "x" } } }
                """),
        };
        definition["steps"]!["a"]!["branches"]![0]!["when"] = condition;
        return Linter.Check(JsonSerializer.SerializeToElement(definition), Catalogue).Findings;
    }

    static string Root(ReadyCondition ready) => ready.Fields.Select(field => field.Split('.')[0]).FirstOrDefault(root => root is "appointment" or "opportunity" or "invoice") ?? "form";
}
