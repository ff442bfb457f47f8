using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Wording;

public sealed class TemplateTests
{
    static readonly Setting setting = new(new JsonFacts(Json("""
        {
          "contact": { "firstName": "ann MARIE", "lastName": " ", "note": "<b>\"Tom\" & 'Jo'</b>", "tags": ["vip", " ", "booked"], "nested": "{{contact.firstName}}", "optIn": true },
          "invoice": { "total": 120.50, "due": "2026-12-01" },
          "appointment": { "startsAt": "2026-11-24T15:00:00Z", "startDate": "2026-11-24T15:00:00Z", "startTime": "2026-11-24T15:00:00Z", "clock": "14:30" }
        }
        """)), At("2026-11-22T17:00:00Z"), "America/New_York");

    [Theory]
    [InlineData("""{ "appointment": { "startsAt": "2026-11-24T15:00:00Z", "timeZone": "America/Chicago" } }""", "Tue 24 Nov 2026, 09:00")]
    [InlineData("""{ "appointment": { "startsAt": "2026-11-24T15:00:00Z" }, "practice": { "timeZone": "America/New_York" } }""", "Tue 24 Nov 2026, 10:00")]
    [InlineData("""{ "appointment": { "startsAt": "2026-11-24T15:00:00Z", "timeZone": "here" }, "practice": { "timeZone": "America/New_York" } }""", "Tue 24 Nov 2026, 10:00")]
    [InlineData("""{ "appointment": { "startsAt": "2026-11-24T15:00:00Z" } }""", "Tue 24 Nov 2026, 07:00")]
    public void A_visit_is_told_by_the_clock_of_the_place_where_it_is(string facts, string text)
    {
        var abroad = new Setting(new JsonFacts(Json(facts)), At("2026-11-22T17:00:00Z"), "America/Los_Angeles");
        Assert.Equal(text, Template.Parse("{{appointment.startsAt}}").Render(abroad).Text);
        Assert.Equal("Sun 22 Nov 2026, 09:00", Template.Parse("{{now}}").Render(abroad).Text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("No fields, 5 } { braces.", "No fields, 5 } { braces.")]
    [InlineData("Hi {{contact.firstName}}!", "Hi ann MARIE!")]
    [InlineData("{{contact.firstName}}{{ contact.firstName }}", "ann MARIEann MARIE")]
    [InlineData("{{contact.firstName | upper}} {{contact.firstName|lower}} {{contact.firstName | title}}", "ANN MARIE ann marie Ann Marie")]
    [InlineData("{{contact.lastName | default: \"there\"}}", "there")]
    [InlineData("{{contact.nick | upper | default: 'there'}}", "there")]
    [InlineData("{{contact.nick | default: “there”}}", "there")]
    [InlineData("{{contact.nick | default: \"a | b: c\"}}", "a | b: c")]
    [InlineData("{{contact.nick | default: 'it's fine'}}", "it's fine")]
    [InlineData("{{contact.nick | default: \"\"}}", "")]
    [InlineData("{{contact.firstName | default: \"there\"}}", "ann MARIE")]
    [InlineData("{{contact.nested}}", "{{contact.firstName}}")]
    [InlineData("{{contact.tags}}", "vip, booked")]
    [InlineData("{{contact.optIn}}", "yes")]
    [InlineData("{{contact.optIn | iso}}", "true")]
    [InlineData("${{invoice.total}}", "$120.5")]
    [InlineData("{{invoice.due}}", "Tue 1 Dec 2026")]
    [InlineData("{{invoice.due | date: \"d MMM\"}}", "1 Dec")]
    [InlineData("{{invoice.due | date: \"d\"}}", "1")]
    [InlineData("{{invoice.due | iso}}", "2026-12-01")]
    [InlineData("{{invoice.due | time | default: \"any time\"}}", "any time")]
    [InlineData("{{appointment.startsAt}}", "Tue 24 Nov 2026, 10:00")]
    [InlineData("{{appointment.startsAt | date}} at {{appointment.startsAt | time}}", "Tue 24 Nov 2026 at 10:00")]
    [InlineData("{{appointment.startsAt | date: \"dddd d MMMM\" | upper}}", "TUESDAY 24 NOVEMBER")]
    [InlineData("{{appointment.startsAt | time: \"h:mm tt\"}}", "10:00 AM")]
    [InlineData("{{appointment.startsAt | iso}}", "2026-11-24T10:00:00-05:00")]
    [InlineData("{{appointment.startDate}} {{appointment.startTime}}", "Tue 24 Nov 2026 10:00")]
    [InlineData("{{appointment.clock | time: \"h:mm tt\"}}", "2:30 PM")]
    [InlineData("{{contact.firstName | date}}", "ann MARIE")]
    [InlineData("{{now | date: \"yyyy\"}} {{now.weekday}} {{now.time}}", "2026 sun 12:00")]
    public void A_template_is_filled(string source, string expected)
    {
        var template = Template.Parse(source);
        Assert.Empty(template.Problems);
        var rendered = template.Render(setting);
        Assert.Equal(expected, rendered.Text);
        Assert.Empty(rendered.Missing);
    }

    [Theory]
    [InlineData("{{appointment.startsAt}}", "Tue, Nov 24, 2026 at 10:00 AM")]
    [InlineData("{{appointment.startsAt | date}}, {{appointment.startTime}}", "Tue, Nov 24, 2026, 10:00 AM")]
    [InlineData("{{invoice.due}}; {{appointment.clock | time}}", "Tue, Dec 1, 2026; 2:30 PM")]
    [InlineData("{{appointment.startsAt | date: \"d MMM\"}} {{appointment.startsAt | time: \"HH:mm\"}} {{appointment.startsAt | iso}}", "24 Nov 10:00 2026-11-24T10:00:00-05:00")]
    public void A_practice_may_write_dates_the_American_way(string source, string expected) =>
        Assert.Equal(expected, Template.Parse(source).Render(setting with { Dates = DateStyle.American }).Text);

    [Fact]
    public void A_field_without_value_and_fallback_is_reported_once_and_its_tag_stays()
    {
        var rendered = Template.Parse("Hi {{contact.nick}} {{contact.lastName}} {{contact.nick | upper}}").Render(setting);
        Assert.Equal<string>(["contact.nick", "contact.lastName"], rendered.Missing);
        Assert.Equal("Hi {{contact.nick}} {{contact.lastName}} {{contact.nick | upper}}", rendered.Text);
    }

    [Theory]
    [InlineData("Hi {{contact.firstName", 3)]
    [InlineData("Hi {{ {{contact.firstName | lower}}", 3)]
    [InlineData("{{}}", 0)]
    [InlineData("{{first name}}", 0)]
    [InlineData("{{#each items}}", 0)]
    [InlineData("{{contact.o'neil}}", 0)]
    [InlineData("{{a.b | shout}}", 0)]
    [InlineData("{{a.b | Upper}}", 0)]
    [InlineData("{{a.b | upper: \"x\"}}", 0)]
    [InlineData("{{a.b | default}}", 0)]
    [InlineData("{{a.b | default: there}}", 0)]
    [InlineData("{{a.b | default: \"there'}}", 0)]
    [InlineData("{{a.b | date: \"\"}}", 0)]
    [InlineData("{{a.b | date: \"HH:mm\"}}", 0)]
    [InlineData("{{a.b | date: \"d 'of MMM\"}}", 0)]
    [InlineData("{{a.b | time: \"soon\"}}", 0)]
    [InlineData("{{a.b |}}", 0)]
    public void What_cannot_be_read_is_a_problem_and_stays_as_it_is(string source, int position)
    {
        var template = Template.Parse(source);
        var problem = Assert.Single(template.Problems);
        Assert.Equal(position, problem.Position);
        Assert.NotEmpty(problem.Message);
        Assert.Equal(source.Replace("{{contact.firstName | lower}}", "ann marie"), template.Render(setting).Text);
    }

    [Fact]
    public void The_fields_are_told_once_in_order() =>
        Assert.Equal<string>(["b.x", "a.y"], Template.Parse("{{b.x}} {{a.y | upper}} {{b.x | default: 'z'}} {{broken").Fields);

    [Theory]
    [InlineData(Escape.None, "<i>{</i> <b>\"Tom\" & 'Jo'</b> <you>")]
    [InlineData(Escape.Html, "<i>{</i> &lt;b&gt;&quot;Tom&quot; &amp; &#39;Jo&#39;&lt;/b&gt; &lt;you&gt;")]
    [InlineData(Escape.Json, "<i>{</i> \\u003Cb\\u003E\\u0022Tom\\u0022 \\u0026 \\u0027Jo\\u0027\\u003C/b\\u003E \\u003Cyou\\u003E")]
    [InlineData(Escape.Url, "<i>{</i> %3Cb%3E%22Tom%22%20%26%20%27Jo%27%3C%2Fb%3E %3Cyou%3E")]
    public void Values_are_escaped_and_the_text_around_them_is_not(Escape escape, string expected) =>
        Assert.Equal(expected, Template.Parse("<i>{</i> {{contact.note}} {{contact.nick | default: \"<you>\"}}").Render(setting, escape).Text);
}
