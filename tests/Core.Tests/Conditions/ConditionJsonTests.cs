using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Conditions;

public sealed class ConditionJsonTests
{
    [Theory]
    [InlineData("""{"all":[]}""")]
    [InlineData("""{"all":[{"field":"form.id","op":"is","value":"consultation"},{"any":[{"field":"contact.tags","op":"noneOf","value":["a","b"]}]}]}""")]
    [InlineData("""{"field":"contact.email","op":"notEmpty"}""")]
    [InlineData("""{"field":"contact.score","op":"between","value":[1,"{{event.max}}"]}""")]
    public void What_is_read_is_written_the_same(string json)
    {
        var read = ConditionJson.Read(Json(json));
        Assert.Empty(read.Problems);
        Assert.Equal(json, JsonSerializer.Serialize(ConditionJson.Write(read.Condition)));
    }

    [Fact]
    public void No_condition_lets_everything_through()
    {
        Assert.Same(Condition.Always, ConditionJson.Read(default).Condition);
        Assert.Same(Condition.Always, ConditionJson.Read(Json("null")).Condition);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("""{"all":[],"any":[]}""", "")]
    [InlineData("""{"all":{}}""", "/all")]
    [InlineData("""{"all":[1]}""", "/all/0")]
    [InlineData("""{"all":[{"field":"","op":"empty"}]}""", "/all/0/field")]
    [InlineData("""{"field":7,"op":"empty"}""", "/field")]
    [InlineData("""{"field":"contact..city","op":"empty"}""", "/field")]
    [InlineData("""{"field":"{{contact.city | upper}}","op":"empty"}""", "/field")]
    [InlineData("""{"field":"a.b"}""", "/op")]
    [InlineData("""{"any":[{"field":"a.b","op":"empty"},{"field":"a.b","op":"equals","value":1}]}""", "/any/1/op")]
    [InlineData("""{"field":"a.b","op":"is"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"is","value":null}""", "/value")]
    [InlineData("""{"field":"a.b","op":"is","value":" "}""", "/value")]
    [InlineData("""{"field":"a.b","op":"is","value":["x"]}""", "/value")]
    [InlineData("""{"field":"a.b","op":"is","value":"{{oops"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"anyOf","value":"x"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"anyOf","value":[]}""", "/value")]
    [InlineData("""{"field":"a.b","op":"anyOf","value":["x",{}]}""", "/value/1")]
    [InlineData("""{"field":"a.b","op":"gt","value":"lots"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"between","value":[1]}""", "/value")]
    [InlineData("""{"field":"a.b","op":"between","value":[1,"x"]}""", "/value/1")]
    [InlineData("""{"field":"a.b","op":"before","value":"tomorrow"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"on","value":"24.11.2026"}""", "/value")]
    [InlineData("""{"field":"a.b","op":"inLast","value":7}""", "/value")]
    [InlineData("""{"field":"a.b","op":"inLast","value":"-P7D"}""", "/value")]
    public void A_bad_condition_says_where(string json, string pointer)
    {
        var problem = Assert.Single(ConditionJson.Read(Json(json)).Problems);
        Assert.Equal(pointer, problem.Pointer);
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public void Every_problem_is_told_at_once() =>
        Assert.Equal(["/all/0/op", "/all/1/field", "/all/1/op"], ConditionJson
            .Read(Json("""{"all":[{"field":"a.b","op":"?"},{"field":"x y"}]}""")).Problems.Select(problem => problem.Pointer));

    [Theory]
    [InlineData(8, 0)]
    [InlineData(9, 1)]
    public void Groups_nest_eight_deep(int depth, int problems)
    {
        var json = """{"field":"a.b","op":"empty"}""";
        for (var level = 1; level < depth; level++)
            json = $$"""{"all":[{{json}}]}""";
        Assert.Equal(problems, ConditionJson.Read(Json(json)).Problems.Length);
    }

    [Fact]
    public void The_fields_of_a_condition_include_those_of_its_values() =>
        Assert.Equal(["contact.city", "event.city", "contact.tags"], ConditionFields.Of(ConditionJson.Read(Json("""
            {"all":[{"field":"{{contact.city}}","op":"is","value":"{{event.city}}"},{"any":[{"field":"contact.tags","op":"anyOf","value":["{{contact.city}}","x"]}]}]}
            """)).Condition));
}
