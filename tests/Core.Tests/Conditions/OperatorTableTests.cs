using System.Collections.Immutable;
using AesthetixWorkflows.Core.Conditions;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Conditions;

/// <summary>Every operator asked of every kind of fact. One mark per kind: T is true, . is false.</summary>
public sealed class OperatorTableTests
{
    // It is Sunday noon in New York; the instant is the same evening, already Monday in UTC.
    static readonly DateTimeOffset now = At("2026-11-22T12:00:00-05:00");

    static readonly (string Kind, Fact Fact)[] facts =
    [
        ("text", new Fact.Text("  Botox Consultation ")),
        ("number", new Fact.Number(12.50m)),
        ("flag", new Fact.Flag(true)),
        ("day", new Fact.Day(new(2026, 11, 22))),
        ("instant", new Fact.Instant(At("2026-11-23T04:30:00Z"))),
        ("list", new Fact.Many(["VIP", "booked", "2026-11-22"])),
        ("missing", Fact.None),
        ("blank", new Fact.Text("  ")),
        ("empty list", new Fact.Many([])),
        ("default list", new Fact.Many(default)),
    ];

    public static readonly TheoryData<string, string, string> Table = new()
    {
        // text number flag day instant list | missing blank empty default
        { "is", "\"botox consultation\"", "T....." + "...." },
        { "is", "12.5", ".T...." + "...." },
        { "is", "\"12.50\"", ".T...." + "...." },
        { "is", "true", "..T..." + "...." },
        { "is", "\"Yes\"", "..T..." + "...." },
        { "is", "\"2026-11-22\"", "...TTT" + "...." },
        { "is", "\"2026-11-22T23:30:00-05:00\"", "...TTT" + "...." },
        { "is", "\"vip \"", ".....T" + "...." },
        { "is", "null", "......" + "...." },
        { "is", "{}", "......" + "...." },
        { "isNot", "\"botox consultation\"", ".TTTTT" + "TTTT" },
        { "isNot", "null", "TTTTTT" + "TTTT" },
        { "contains", "\"CONSULT\"", "T....." + "...." },
        { "contains", "\"vip\"", ".....T" + "...." },
        { "contains", "\"vi\"", "......" + "...." },
        { "contains", "\"2026-11\"", "...TT." + "...." },
        { "notContains", "\"consult\"", ".TTTTT" + "TTTT" },
        { "notContains", "\"vip\"", "TTTTT." + "TTTT" },
        { "containsAny", "[\"laser\",\"consult\",\"vip\"]", "T....T" + "...." },
        { "startsWith", "\"botox\"", "T....." + "...." },
        { "startsWith", "\"b\"", "T....T" + "...." },
        { "endsWith", "\"CONSULTATION\"", "T....." + "...." },
        { "anyOf", "[\"botox consultation\",12.5,true,\"vip\"]", "TTT..T" + "...." },
        { "anyOf", "[]", "......" + "...." },
        { "noneOf", "[\"botox consultation\",12.5,true,\"vip\"]", "...TT." + "TTTT" },
        { "noneOf", "[]", "TTTTTT" + "TTTT" },
        { "allOf", "[\"vip\",\"booked\"]", ".....T" + "...." },
        { "allOf", "[\"vip\",\"lead\"]", "......" + "...." },
        { "empty", "null", "......" + "TTTT" },
        { "notEmpty", "null", "TTTTTT" + "...." },
        { "gt", "12.4", ".T...." + "...." },
        { "gt", "\"12.5\"", "......" + "...." },
        { "gt", "\"much\"", "......" + "...." },
        { "gte", "12.5", ".T...." + "...." },
        { "lt", "13", ".T...." + "...." },
        { "lte", "12.5", ".T...." + "...." },
        { "between", "[12,13]", ".T...." + "...." },
        { "between", "[13,12]", "......" + "...." },
        { "between", "[12]", "......" + "...." },
        { "between", "[\"2026-11-22\",\"2026-11-22\"]", "...TTT" + "...." },
        { "before", "\"2026-11-23\"", "...TTT" + "...." },
        { "before", "\"2026-11-22\"", "......" + "...." },
        { "onOrBefore", "\"2026-11-22\"", "...TTT" + "...." },
        { "after", "\"2026-11-21\"", "...TTT" + "...." },
        { "after", "\"2026-11-23T04:29:00Z\"", "....T." + "...." },
        { "onOrAfter", "\"2026-11-22\"", "...TTT" + "...." },
        { "on", "\"2026-11-22\"", "...TTT" + "...." },
        { "on", "\"2026-11-22T00:00:00-05:00\"", "...TTT" + "...." },
        { "notOn", "\"2026-11-22\"", "TTT..." + "TTTT" },
        { "isToday", "null", "...TTT" + "...." },
        { "isTomorrow", "null", "......" + "...." },
        { "isYesterday", "null", "......" + "...." },
        { "inLast", "\"P1D\"", "...T.T" + "...." },
        { "inLast", "\"-P1D\"", "......" + "...." },
        { "inLast", "\"a while\"", "......" + "...." },
        { "notInLast", "\"P1D\"", "TTT.T." + "TTTT" },
        { "inNext", "\"PT12H\"", "...TTT" + "...." },
        { "inNext", "\"PT11H\"", "...T.T" + "...." },
        { "notInNext", "\"PT11H\"", "TTT.T." + "TTTT" },
        { "sortOf", "\"x\"", "......" + "...." },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_operator_answers_every_kind_of_fact(string op, string value, string expected)
    {
        var answers = facts.Select(fact => new Condition.Test("x.y", op, Json(value))
            .Evaluate(new(CombinedFacts.Empty.With("x", new OneFact(fact.Fact)), now, "America/New_York")));
        Assert.Equal(expected, string.Concat(answers.Select(answer => answer ? 'T' : '.')));
    }

    [Fact]
    public void Every_operator_is_in_the_table() =>
        Assert.Empty(Operators.All.Select(op => op.Name).Except(Table.Select(row => (string)row[0])));

    [Fact]
    public void Names_and_labels_are_unique()
    {
        Assert.Distinct(Operators.All.Select(op => op.Name));
        Assert.Distinct(Operators.All.Select(op => op.Label));
    }

    sealed record OneFact(Fact Fact) : IFacts
    {
        public Fact Find(string field) => Fact;
    }
}
