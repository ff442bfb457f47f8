using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Runtime.Tests.Recipes;

/// <summary>What becomes of placeholders.</summary>
public sealed class PlaceholderTests
{
    static readonly Dictionary<string, JsonNode?> Values = new()
    {
        ["calendar"] = "cal_1", ["team"] = new JsonArray("usr_1", "usr_2"), ["days"] = 30, ["words"] = "laser, ipl ,, bbl", ["page"] = "https://x.example/[[days]]", ["none"] = null,
    };

    [Theory]
    [InlineData("""{ "calendarId": { "$param": "calendar" } }""", """{ "calendarId": "cal_1" }""")]
    [InlineData("""{ "users": { "$param": "team" }, "max": { "$param": "days" } }""", """{ "users": ["usr_1", "usr_2"], "max": 30 }""")]
    [InlineData("""{ "value": { "$list": "words" } }""", """{ "value": ["laser", "ipl", "bbl"] }""")]
    [InlineData("""{ "body": "Book in [[days]] days: [[page]]" }""", """{ "body": "Book in 30 days: https://x.example/[[days]]" }""")]
    [InlineData("""{ "body": "[link] and {{contact.name}} and [[none]]." }""", """{ "body": "[link] and {{contact.name}} and ." }""")]
    public void Values_take_their_place(string json, string filled) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filled), Fill(json)), Fill(json)!.ToJsonString());

    [Theory]
    [InlineData("""{ "calendarId": { "$param": "none" }, "next": null }""", """{ "next": null }""")]
    [InlineData("""{ "tags": ["a", { "$param": "none" }, "b"] }""", """{ "tags": ["a", "b"] }""")]
    [InlineData("""{ "all": [{ "field": "appointment.calendarId", "op": "is", "value": { "$param": "none" } }, { "field": "contact.email", "op": "notEmpty" }] }""", """{ "all": [{ "field": "contact.email", "op": "notEmpty" }] }""")]
    [InlineData("""{ "all": [{ "field": "appointment.service", "op": "containsAny", "value": { "$list": "none" } }] }""", """{ "all": [] }""")]
    public void What_has_no_value_is_left_out_with_what_it_stands_in(string json, string filled) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filled), Fill(json)), Fill(json)!.ToJsonString());

    [Fact]
    public void Every_kind_of_placeholder_is_found() =>
        Assert.Equal(["a", "b", "c", "d"], Placeholders.In(JsonNode.Parse("""{ "x": [{ "$param": "a" }, { "$list": "b" }], "y": { "z": "[[c]] or [[d]]" } }""")));

    static JsonNode? Fill(string json) => Placeholders.Fill(JsonNode.Parse(json), Values);
}
