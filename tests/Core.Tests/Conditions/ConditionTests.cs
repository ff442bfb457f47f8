using AesthetixWorkflows.Core.Conditions;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Conditions;

public sealed class ConditionTests
{
    static readonly JsonFacts facts = new(Json("""
        {
          "contact": { "city": "Austin", "home": " austin", "tags": ["vip", "Booked"], "score": "12", "visit": "2026-11-20", "born": "1990-02-29", "vip": "Yes", "first": "Ann", "last": "Lee" },
          "form": { "id": "consultation", "answers": [ { "name": "area", "value": "lips" }, { "name": "budget", "value": 500 } ], "name": "Ann Lee" },
          "appointment": { "startsAt": "2026-11-24T15:00:00Z", "late": "2026-11-24T15:00:00" },
          "wanted": ["vip", "gold"]
        }
        """));

    // Tuesday 24 November 2026, 09:45 in New York.
    static bool Ask(string json, string now = "2026-11-24T14:45:00Z")
    {
        var read = ConditionJson.Read(Json(json));
        Assert.Empty(read.Problems);
        return read.Condition.Evaluate(new(facts, At(now), "America/New_York"));
    }

    [Theory]
    [InlineData("""{"all":[]}""", true)]
    [InlineData("""{"any":[]}""", false)]
    [InlineData("""{"all":[{"field":"contact.city","op":"is","value":"austin"},{"field":"contact.tags","op":"contains","value":"vip"}]}""", true)]
    [InlineData("""{"all":[{"field":"contact.city","op":"is","value":"austin"},{"field":"contact.tags","op":"contains","value":"lead"}]}""", false)]
    [InlineData("""{"any":[{"field":"contact.city","op":"is","value":"dallas"},{"all":[{"field":"contact.tags","op":"contains","value":"booked"}]}]}""", true)]
    public void Groups_join_their_items(string json, bool expected) => Assert.Equal(expected, Ask(json));

    [Theory]
    // Numbers and flags that arrived as text.
    [InlineData("""{"field":"contact.score","op":"gt","value":9}""", true)]
    [InlineData("""{"field":"contact.score","op":"gt","value":"9"}""", true)]
    [InlineData("""{"field":"contact.score","op":"between","value":[10,12]}""", true)]
    [InlineData("""{"field":"contact.score","op":"is","value":12.0}""", true)]
    [InlineData("""{"field":"contact.score","op":"is","value":"12.0"}""", false)]
    [InlineData("""{"field":"contact.city","op":"gt","value":9}""", false)]
    [InlineData("""{"field":"contact.vip","op":"is","value":true}""", true)]
    // Dates that arrived as text; one that does not exist and one without an offset are not dates.
    [InlineData("""{"field":"contact.visit","op":"inLast","value":"P5D"}""", true)]
    [InlineData("""{"field":"contact.visit","op":"inLast","value":"P3D"}""", false)]
    [InlineData("""{"field":"contact.never","op":"notInLast","value":"P6M"}""", true)]
    [InlineData("""{"field":"contact.born","op":"before","value":"2026-01-01"}""", false)]
    [InlineData("""{"field":"appointment.startsAt","op":"isToday"}""", true)]
    [InlineData("""{"field":"appointment.startsAt","op":"inNext","value":"PT15M"}""", true)]
    [InlineData("""{"field":"appointment.startsAt","op":"inNext","value":"PT14M"}""", false)]
    [InlineData("""{"field":"appointment.late","op":"isToday"}""", false)]
    // Paths into arrays.
    [InlineData("""{"field":"form.answers.0.value","op":"is","value":"lips"}""", true)]
    [InlineData("""{"field":"form.answers.1.value","op":"gte","value":500}""", true)]
    [InlineData("""{"field":"form.answers.2.value","op":"empty"}""", true)]
    [InlineData("""{"field":"form.answers.name","op":"contains","value":"budget"}""", true)]
    [InlineData("""{"field":"form.answers","op":"empty"}""", true)]
    [InlineData("""{"field":"contact","op":"notEmpty"}""", false)]
    // Merge fields on either side.
    [InlineData("""{"field":"contact.city","op":"is","value":"{{contact.home}}"}""", true)]
    [InlineData("""{"field":"{{contact.city}}","op":"is","value":"Austin"}""", true)]
    [InlineData("""{"field":"{{ contact.city }}","op":"is","value":"{{contact.city | upper}}"}""", true)]
    [InlineData("""{"field":"form.name","op":"is","value":"{{contact.first}} {{contact.last}}"}""", true)]
    [InlineData("""{"field":"contact.tags","op":"anyOf","value":"{{wanted}}"}""", true)]
    [InlineData("""{"field":"contact.tags","op":"allOf","value":"{{wanted}}"}""", false)]
    [InlineData("""{"field":"contact.tags","op":"anyOf","value":["lead","{{contact.nick | default: \"booked\"}}"]}""", true)]
    [InlineData("""{"field":"contact.score","op":"lt","value":"{{form.answers.1.value}}"}""", true)]
    [InlineData("""{"field":"appointment.startsAt","op":"after","value":"{{now}}"}""", true)]
    [InlineData("""{"field":"contact.visit","op":"before","value":"{{appointment.startsAt}}"}""", true)]
    // A value nobody knows equals nothing.
    [InlineData("""{"field":"contact.city","op":"is","value":"{{contact.nick}}"}""", false)]
    [InlineData("""{"field":"contact.city","op":"isNot","value":"{{contact.nick}}"}""", true)]
    [InlineData("""{"field":"contact.nick","op":"is","value":"{{contact.nick}}"}""", false)]
    [InlineData("""{"field":"contact.city","op":"contains","value":"x{{contact.nick}}"}""", false)]
    public void A_row_tests_its_field(string json, bool expected) => Assert.Equal(expected, Ask(json));

    [Theory]
    [InlineData("""{"field":"now.weekday","op":"is","value":"tue"}""", true)]
    [InlineData("""{"field":"now.weekday","op":"anyOf","value":["sat","sun"]}""", false)]
    [InlineData("""{"field":"now.weekday","op":"after","value":"mon"}""", true)]
    [InlineData("""{"field":"now.weekday","op":"onOrBefore","value":"fri"}""", true)]
    [InlineData("""{"field":"now.weekday","op":"between","value":["sun","tue"]}""", true)]
    [InlineData("""{"field":"now.weekday","op":"between","value":["sat","mon"]}""", false)]
    [InlineData("""{"field":"now.dayOfMonth","op":"is","value":24}""", true)]
    [InlineData("""{"field":"now.month","op":"onOrAfter","value":11}""", true)]
    [InlineData("""{"field":"now.year","op":"before","value":2027}""", true)]
    [InlineData("""{"field":"now.hour","op":"isNot","value":9}""", false)]
    [InlineData("""{"field":"now.time","op":"is","value":"09:45"}""", true)]
    [InlineData("""{"field":"now.time","op":"after","value":"09:30"}""", true)]
    [InlineData("""{"field":"now.time","op":"before","value":"09:45"}""", false)]
    [InlineData("""{"field":"now.time","op":"between","value":["09:00","17:00"]}""", true)]
    [InlineData("""{"field":"now.time","op":"between","value":["20:00","08:00"]}""", false)]
    [InlineData("""{"field":"now.time","op":"between","value":["20:00","10:00"]}""", true)]
    [InlineData("""{"field":"now.date","op":"on","value":"2026-11-24"}""", true)]
    [InlineData("""{"field":"now.second","op":"empty"}""", true)]
    public void The_moment_is_read_on_the_local_clock(string json, bool expected) => Assert.Equal(expected, Ask(json));

    [Fact]
    public void Given_the_local_date_differs_When_asked_for_today_Then_the_zone_decides()
    {
        const string today = """{"field":"appointment.startsAt","op":"isToday"}""";
        Assert.True(Ask(today, "2026-11-25T04:59:00Z"));
        Assert.False(Ask(today, "2026-11-25T05:01:00Z"));
    }

    [Fact]
    public void Facts_are_found_by_root_and_then_by_layer()
    {
        var combined = CombinedFacts.Empty
            .With("event", new JsonFacts(Json("""{"kind":"old"}""")))
            .With("event", new LayeredFacts(new JsonFacts(Json("""{"kind":"form"}""")), new JsonFacts(Json("""{"kind":"x","id":7}"""))))
            .With("now", new NowFacts(At("2026-11-24T15:00:00Z"), "UTC"));
        Assert.Equal(new Fact.Text("form"), combined.Find("event.kind"));
        Assert.Equal(new Fact.Number(7), combined.Find("event.id"));
        Assert.Equal(new Fact.Number(15), combined.Find("now.hour"));
        Assert.Equal(Fact.None, combined.Find("event"));
        Assert.Equal(Fact.None, combined.Find("contact.id"));
    }

    [Fact]
    public void A_list_of_scalars_is_many_and_a_number_too_large_is_text()
    {
        var read = new JsonFacts(Json("""{"mixed":["a",1.50,true,null,{"x":1},["y"]],"big":1e400}"""));
        Assert.Equal<string>(["a", "1.5", "true"], Assert.IsType<Fact.Many>(read.Find("mixed")).Values);
        Assert.Equal(new Fact.Text("1e400"), read.Find("big"));
    }

    [Fact]
    public void A_list_of_things_holds_them_for_loops_and_has_no_values()
    {
        var read = new JsonFacts(Json("""{"items":[{"name":"Serum","price":80},{"id":2},null]}"""));
        var many = Assert.IsType<Fact.Many>(read.Find("items"));
        Assert.Empty(many.Values);
        Assert.Equal([new Fact.Number(80), Fact.None], many.Things.Select(thing => thing.Find("price")));
    }
}
