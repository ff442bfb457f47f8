using System.Globalization;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class ValueActionTests
{
    readonly Stage _stage = new() { Contact = null };

    async Task<string> Value(string action, string config)
    {
        Assert.IsType<Outcome.Done>(await _stage.Run(action, config));
        return _stage.Output!.Value.GetProperty("value").ToString();
    }

    [Fact]
    public async Task A_value_is_kept_for_later_steps() => Assert.Equal("spring", await Value("value.set", """{ "value": "spring" }"""));

    [Fact]
    public async Task A_value_is_kept_in_a_field_of_the_contact()
    {
        var stage = new Stage();
        await stage.Run("value.set", """{ "value": "2026-05-01", "to": "contact", "field": "fields.lastVisit" }""");
        Assert.Equal("2026-05-01", stage.Written(Kinds.Contact).Fields["lastVisit"].GetString());
        Assert.Equal("contact.changed", Assert.Single(stage.Events).Type);
        Assert.Equal(new Outcome.Skipped("contact.none"), await _stage.Run("value.set", """{ "value": "a", "to": "contact", "field": "city" }"""));
    }

    [Fact]
    public async Task A_value_of_the_practice_is_changed_for_everybody()
    {
        _stage.Records.Add(Kinds.CustomValue, "cval_1", new CustomValue("offer", "Offer", "winter"));
        await _stage.Run("value.set", """{ "value": "spring", "to": "custom", "customValue": "offer" }""");
        Assert.Equal("spring", _stage.Written(Kinds.CustomValue).Value);
        Assert.Equal(new Outcome.Failed("custom.notFound", false), await _stage.Run("value.set", """{ "value": "a", "to": "custom", "customValue": "other" }"""));
    }

    [Theory]
    [InlineData("2", """[{ "op": "add", "amount": 3 }, { "op": "multiply", "amount": 4 }]""", "20")]
    [InlineData("10", """[{ "op": "divide", "amount": "4" }, { "op": "subtract", "amount": 0.5 }]""", "2.0")]
    [InlineData("2026-01-31", """[{ "op": "add", "amount": 1, "unit": "months" }]""", "2026-02-28")]
    [InlineData("2026-03-07", """[{ "op": "add", "amount": 1 }, { "op": "subtract", "amount": 2, "unit": "weeks" }]""", "2026-02-22")]
    // The clocks go forward in the night to the 8th: a day keeps the time on the wall, 24 hours do not.
    [InlineData("2026-03-07T10:00:00-05:00", """[{ "op": "add", "amount": 1, "unit": "days" }]""", "2026-03-08T10:00:00-04:00")]
    [InlineData("2026-03-07T10:00:00-05:00", """[{ "op": "add", "amount": 24, "unit": "hours" }]""", "2026-03-08T11:00:00-04:00")]
    [InlineData("2026-03-07", """[{ "op": "add", "amount": 90, "unit": "minutes" }]""", "2026-03-07T01:30:00-05:00")]
    public async Task Rows_are_done_one_after_the_other(string start, string rows, string result) =>
        Assert.Equal(result, await Value("math", $$"""{ "start": "{{start}}", "rows": {{rows}} }"""));

    [Fact]
    public async Task A_result_is_rounded_as_asked() =>
        Assert.Equal("3.33", await Value("math", """{ "start": "10", "rows": [{ "op": "divide", "amount": 3 }], "decimals": 2 }"""));

    [Theory]
    [InlineData("soon", """{ "op": "add", "amount": 1 }""", "math.unreadable")]
    [InlineData("1", """{ "op": "divide", "amount": 0 }""", "math.divideByZero")]
    [InlineData("79228162514264337593543950335", """{ "op": "multiply", "amount": 2 }""", "math.tooLarge")]
    [InlineData("2026-01-01", """{ "op": "multiply", "amount": 2 }""", "math.dateOp")]
    [InlineData("2026-01-01", """{ "op": "add", "amount": 11, "unit": "years" }""", "math.tooLarge")]
    [InlineData("2026-01-01", """{ "op": "add", "amount": 1.5 }""", "math.unreadable")]
    public async Task What_cannot_be_counted_fails_for_good(string start, string row, string code) =>
        Assert.Equal(new Outcome.Failed(code, false), await _stage.Run("math", $$"""{ "start": "{{start}}", "rows": [{{row}}] }"""));

    [Theory]
    [InlineData("upper", "ada lund", "ADA LUND")]
    [InlineData("title", "ADA lund", "Ada Lund")]
    [InlineData("capitalize", "ada lund", "Ada lund")]
    [InlineData("trim", "  a  b ", "a  b")]
    [InlineData("whitespace", "  a \t b ", "a b")]
    [InlineData("wordCount", " one two  three ", "3")]
    [InlineData("length", "añ👍", "3")]
    [InlineData("removeHtml", "<p>Hi <b>you</b></p>", "Hi you")]
    [InlineData("extractEmail", "write to ada.lund@example.com, please", "ada.lund@example.com")]
    [InlineData("extractUrl", "see https://glow.example/a?b=1.", "https://glow.example/a?b=1")]
    [InlineData("extractUrl", "nothing here", "")]
    public async Task A_text_becomes_another(string op, string text, string result) =>
        Assert.Equal(result, await Value("text.format", $$"""{ "op": "{{op}}", "text": "{{text.Replace("\t", "\\t", StringComparison.Ordinal)}}" }"""));

    [Theory]
    [InlineData("""{ "op": "default", "text": "  ", "with": "there" }""", "there", null)]
    [InlineData("""{ "op": "replace", "text": "a-b-c", "find": "-", "with": " " }""", "a b c", true)]
    [InlineData("""{ "op": "find", "text": "Blue Lagoon", "find": "lagoon" }""", "Lagoon", true)]
    [InlineData("""{ "op": "find", "text": "Blue Lagoon", "find": "red" }""", "", false)]
    [InlineData("""{ "op": "split", "text": "a, b, c", "part": -1 }""", "c", true)]
    [InlineData("""{ "op": "split", "text": "a b", "find": " ", "part": 3 }""", "", false)]
    public async Task Parts_of_a_text_are_found_and_replaced(string config, string result, bool? found)
    {
        Assert.Equal(result, await Value("text.format", config));
        if (found is { } expected) Assert.Equal(expected, _stage.Output!.Value.GetProperty("found").GetBoolean());
    }

    [Theory]
    [InlineData("""{ "op": "format", "date": "2026-12-24T02:00:00Z", "to": "dddd, d MMMM HH:mm" }""", "Wednesday, 23 December 21:00")]
    [InlineData("""{ "op": "format", "date": "24/12/2026", "from": "dd/MM/yyyy" }""", "2026-12-24")]
    [InlineData("""{ "op": "format", "date": "2026-12-24", "to": "d" }""", "24")]
    [InlineData("""{ "op": "compare", "date": "2026-12-24", "with": "2026-12-25T03:00:00Z" }""", "equal")]
    [InlineData("""{ "op": "compare", "date": "2026-12-24T10:00:00Z", "with": "2026-12-24T11:00:00Z" }""", "earlier")]
    public async Task A_date_is_written_another_way_and_compared(string config, string result) => Assert.Equal(result, await Value("date.format", config));

    [Fact]
    public async Task A_date_that_cannot_be_read_fails_for_good() =>
        Assert.Equal(new Outcome.Failed("date.unreadable", false), await _stage.Run("date.format", """{ "op": "format", "date": "24.12." }"""));

    [Theory]
    [InlineData("""{ "number": "1234.5", "decimals": 2, "grouped": true, "before": "$" }""", "$1,234.50")]
    [InlineData("""{ "number": "1.234,5", "from": "comma", "to": "point" }""", "1234.5")]
    [InlineData("""{ "number": "-0.126", "decimals": 2, "to": "comma", "after": " %" }""", "-0,13 %")]
    [InlineData("""{ "number": "1234567", "grouped": true, "to": "comma", "decimals": 0 }""", "1.234.567")]
    public async Task A_number_is_written_as_people_read_it(string config, string result) => Assert.Equal(result, await Value("number.format", config));

    [Fact]
    public async Task A_number_that_cannot_be_read_fails_for_good() =>
        Assert.Equal(new Outcome.Failed("number.unreadable", false), await _stage.Run("number.format", """{ "number": "many" }"""));

    [Theory]
    [InlineData("""{ "at": "2026-09-01" }""", "2026-09-01T04:00:00Z")]
    [InlineData("""{ "at": "2026-09-01", "timeOfDay": "10:00" }""", "2026-09-01T14:00:00Z")]
    [InlineData("""{ "at": "2026-09-01T18:00:00Z" }""", "2026-09-01T18:00:00Z")]
    public async Task The_event_s_date_goes_with_the_outcome(string config, string at)
    {
        var done = Assert.IsType<Outcome.Done>(await _stage.Run("anchor.set", config));
        Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), done.Anchor);
    }
}
