using AesthetixWorkflows.Core.Conditions;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Conditions;

/// <summary>When a wait asks again although nothing has happened.</summary>
public sealed class ByTheClockTests
{
    static readonly JsonFacts facts = new(Json("""
        { "contact": { "city": "Austin", "birthMonth": 2, "createdAt": "2026-11-20T10:20:00Z" }, "visits": { "nextAt": "2026-12-20T15:30:00Z", "lastAt": "2026-09-01T15:30:00Z", "count": 1 } }
        """));

    // Saturday 28 November 2026, 09:45:10 in New York.
    [Theory]
    [InlineData("""{"field":"now.weekday","op":"anyOf","value":["mon","tue","wed","thu","fri"]}""", "2026-11-30T05:00:00Z")]
    [InlineData("""{"all":[{"field":"now.weekday","op":"is","value":"mon"},{"field":"now.time","op":"between","value":["09:15","17:00"]}]}""", "2026-11-30T14:15:00Z")]
    [InlineData("""{"field":"now.time","op":"between","value":["10:00","17:00"]}""", "2026-11-28T15:00:00Z")]
    [InlineData("""{"field":"now.hour","op":"is","value":11}""", "2026-11-28T16:00:00Z")]
    [InlineData("""{"field":"contact.birthMonth","op":"is","value":"{{now.month}}"}""", "2027-02-01T05:00:00Z")]
    [InlineData("""{"field":"contact.createdAt","op":"notInLast","value":"P10D"}""", "2026-11-30T11:00:00Z")]
    [InlineData("""{"field":"visits.nextAt","op":"inNext","value":"P20D"}""", "2026-11-30T16:00:00Z")]
    [InlineData("""{"field":"visits.count","op":"gte","value":2}""", "2026-12-20T15:30:00Z")]
    [InlineData("""{"all":[{"field":"visits.lastAt","op":"notInLast","value":"P180D"},{"field":"visits.nextAt","op":"empty"}]}""", "2026-12-06T14:00:00Z")]
    [InlineData("""{"field":"now.month","op":"is","value":13}""", "2026-12-06T14:00:00Z")]
    [InlineData("""{"field":"contact.city","op":"is","value":"Bath"}""", null)]
    [InlineData("""{"field":"contact.createdAt","op":"after","value":"2026-12-24"}""", null)]
    public void It_asks_again_when_the_clock_makes_it_true(string condition, string? expected)
    {
        var read = ConditionJson.Read(Json(condition));
        Assert.Empty(read.Problems);
        var setting = new Setting(facts, At("2026-11-28T14:45:10Z"), "America/New_York");
        Assert.False(read.Condition.Evaluate(setting));
        Assert.Equal(expected is null ? null : At(expected), ByTheClock.AskAgain(read.Condition, setting));
    }
}
