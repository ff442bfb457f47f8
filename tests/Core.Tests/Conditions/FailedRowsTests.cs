using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Tests.Conditions;

public sealed class FailedRowsTests
{
    static readonly Setting setting = new(new JsonFacts(JsonElement.Parse("""{"form":{"id":"price-list"},"city":"Albany"}""")), DateTimeOffset.UnixEpoch, "UTC");

    [Theory]
    [InlineData("""{"all":[]}""", "")]
    [InlineData("""{"any":[]}""", "")]
    [InlineData("""{"all":[{"field":"form.id","op":"is","value":"price-list"}]}""", "")]
    [InlineData("""{"all":[{"field":"form.id","op":"is","value":"other"},{"field":"city","op":"is","value":"albany"},{"field":"age","op":"gt","value":3}]}""", "form.id is price-list; age gt ")]
    [InlineData("""{"any":[{"field":"form.id","op":"is","value":"other"},{"field":"city","op":"is","value":"albany"}]}""", "")]
    [InlineData("""{"any":[{"field":"form.id","op":"is","value":"other"},{"field":"city","op":"is","value":"Troy"}]}""", "form.id is price-list; city is Albany")]
    public void The_rows_that_stand_in_the_way_are_named_with_what_is_there(string condition, string rows) =>
        Assert.Equal(rows, string.Join("; ", FailedRows.Of(ConditionJson.Read(JsonElement.Parse(condition)).Condition, setting).Select(row => $"{row.Field} {row.Op} {row.Found}")));
}
