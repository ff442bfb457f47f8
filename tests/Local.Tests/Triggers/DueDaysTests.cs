using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>Dates that have their turn, and when they are looked at. The practice is in New York; the clock starts on 3 June at 8.</summary>
public sealed class DueDaysTests
{
    const string WeekBefore = """{ "when": "before", "days": 7, "at": "08:00" }""", OnTheDay = """{ "when": "on", "at": "08:00" }""", DayAfter = """{ "when": "after", "days": 1, "at": "08:00" }""";

    static DateTimeOffset Local(int month, int day, int hour = 8, int minute = 0, int year = 2026) => Zones.At(new(year, month, day), new(hour, minute), Reception.Zone);

    static Func<Contact, Contact> Born(int year, int month, int day) => contact => contact with { DateOfBirth = new(year, month, day) };

    static async Task<Reception> Evening(int month = 6, int day = 2) => await Reception.Open(Local(month, day, 20));

    static async Task<IReadOnlyList<string?>> Who(Reception here, string workflow) => [.. (await here.Inside(workflow)).Select(e => e.ContactId)];

    static async Task At(Reception here, DateTimeOffset now)
    {
        here.Clock.Now = now;
        await here.LookAtDays();
    }

    [Theory]
    [InlineData(WeekBefore, 6, 10)]
    [InlineData(OnTheDay, 6, 3)]
    [InlineData(DayAfter, 6, 2)]
    public async Task Birthday_reminder_comes_before_on_or_after_the_day_and_passes_over_who_has_none(string config, int month, int day)
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: config);
        var ada = await here.Person(Born(1990, month, day));
        await here.Person(Born(1990, month, day - 1));
        await here.Person(Born(1990, 12, day));
        await here.Person();
        await At(here, Local(6, 3, 7, 59));
        Assert.Empty(await here.Inside(workflow));
        await At(here, Local(6, 3));
        Assert.Equal([ada], await Who(here, workflow));
        var e = Assert.Single(await here.Events("contact.birthday")).Event;
        Assert.Equal(Local(6, 3), e.At);
        Assert.Equal($$"""{"date":"2026-{{month:00}}-{{day:00}}","day":{{day}},"month":{{month}},"age":36}""", e.Data.GetProperty("birthday").GetRawText());
    }

    [Fact]
    public async Task Birthday_reminder_filters_by_day_month_tag_and_custom_field()
    {
        await using var here = await Evening();
        var (june, july) = (await here.Publish("contact.birthday", Rows("birthday.month", "is", 6), OnTheDay), await here.Publish("contact.birthday", Rows("birthday.month", "is", 7), OnTheDay));
        var (third, tagged, skin) = (await here.Publish("contact.birthday", Rows("birthday.day", "is", 3), OnTheDay), await here.Publish("contact.birthday", Rows("contact.tags", "contains", "vip"), OnTheDay),
            await here.Publish("contact.birthday", Rows("contact.fields.skin", "is", "dry"), OnTheDay));
        await here.Person(c => Born(1990, 6, 3)(c) with { Tags = ["vip"], Fields = c.Fields.Add("skin", Json("dry")) });
        await here.Person(Born(1991, 6, 3));
        await At(here, Local(6, 3));
        Assert.Equal((2, 0, 2, 1, 1), ((await here.Inside(june)).Count, (await here.Inside(july)).Count, (await here.Inside(third)).Count, (await here.Inside(tagged)).Count, (await here.Inside(skin)).Count));
    }

    [Theory]
    [InlineData(2027, 28)]
    [InlineData(2028, 29)]
    public async Task A_birthday_on_29_February_is_on_the_28th_in_years_that_have_no_29th(int year, int day)
    {
        await using var here = await Reception.Open(Local(2, 27, 20, year: year));
        var workflow = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Person(Born(2000, 2, 29));
        for (var date = new DateOnly(year, 2, 28); date <= new DateOnly(year, 3, 1); date = date.AddDays(1)) await At(here, Zones.At(date, new(9, 0), Reception.Zone));
        Assert.Equal(new DateOnly(year, 2, day), Zones.DateOf(Assert.Single(await here.Inside(workflow)).EnrolledAt, Reception.Zone));
    }

    [Fact]
    public async Task A_week_before_a_birthday_in_January_is_in_December()
    {
        await using var here = await Reception.Open(Local(12, 28, 20));
        var workflow = await here.Publish("contact.birthday", config: WeekBefore);
        await here.Person(Born(1990, 1, 5));
        await At(here, Local(12, 29));
        Assert.Single(await here.Inside(workflow));
        Assert.Equal("2027-01-05", (await here.Events("contact.birthday"))[0].Event.Data.GetProperty("birthday").GetProperty("date").GetString());
    }

    [Theory]
    [InlineData("expires", false, "2026-06-10", true)]
    [InlineData("expires", false, "2025-06-10", false)]
    [InlineData("expires", true, "2025-06-10", true)]
    [InlineData("expires", false, "2026-06-10T23:30:00-04:00", true)]
    [InlineData("expires", true, "soon", false)]
    public async Task Custom_date_reminder_takes_a_field_and_the_year_counts_unless_it_comes_every_year(string field, bool yearly, string value, bool comes)
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.date", config: $$"""{ "field": "{{field}}", "yearly": {{(yearly ? "true" : "false")}}, "when": "before", "days": 7, "at": "08:00" }""");
        var other = await here.Publish("contact.date", config: """{ "field": "other", "when": "before", "days": 7 }""");
        await here.Person(c => c with { Fields = c.Fields.Add(field, Json(value)) });
        await At(here, Local(6, 3));
        Assert.Equal(comes ? 1 : 0, (await here.Inside(workflow)).Count);
        Assert.Empty(await here.Inside(other));
    }

    [Fact]
    public async Task Custom_date_reminder_knows_since_when_somebody_is_a_contact()
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.date", Rows("date.field", "is", "createdAt"), """{ "field": "createdAt", "when": "after", "days": 30 }""");
        await here.Person();
        await At(here, Local(7, 1, 9));
        Assert.Empty(await here.Inside(workflow));
        await At(here, Local(7, 2, 9));
        Assert.Single(await here.Inside(workflow));
    }

    [Fact]
    public async Task Task_reminder_comes_around_the_due_date_of_open_tasks_only()
    {
        await using var here = await Evening();
        var (mine, others) = (await here.Publish("task.due", Rows("task.assignedTo", "is", "usr_1"), OnTheDay), await here.Publish("task.due", Rows("task.assignedTo", "isNot", "usr_1"), OnTheDay));
        var ada = await here.Person();
        var task = new WorkTask { ContactId = ada, Title = "Call", AssignedTo = "usr_1", DueAt = Local(6, 3, 15), CreatedAt = Local(6, 1) };
        await here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Task, "tsk_1", task, 0).Put(Kinds.Task, "tsk_2", task with { CompletedAt = Local(6, 2) }, 0)
            .Put(Kinds.Task, "tsk_3", task with { DueAt = Local(6, 4, 0) }, 0).Put(Kinds.Task, "tsk_4", task with { DueAt = null }, 0).Put(Kinds.Task, "tsk_5", task with { ContactId = null }, 0));
        await At(here, Local(6, 3));
        Assert.Equal([ada, null], (await Who(here, mine)).OrderBy(id => id is null));
        Assert.Empty(await here.Inside(others));
    }

    [Fact]
    public async Task Stale_opportunity_comes_once_until_it_changes_again()
    {
        await using var here = await Evening();
        var (workflow, elsewhere) = (await here.Publish("opportunity.stale", Rows("opportunity.stageId", "is", "consult"), """{ "days": 3, "at": "08:00" }"""),
            await here.Publish("opportunity.stale", Rows("opportunity.stageId", "is", "won"), """{ "days": 3 }"""));
        var sale = new Opportunity { ContactId = await here.Person(), Name = "Peel", PipelineId = "p", StageId = "consult", ChangedAt = Local(5, 31, 17) };
        await here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Opportunity, "opp_1", sale, 0).Put(Kinds.Opportunity, "opp_2", sale with { Status = OpportunityStatus.Lost }, 0));
        for (var day = 3; day < 9; day++) await At(here, Local(6, day));
        Assert.Single(await here.Inside(workflow));
        Assert.Equal(3, (await here.Events("opportunity.stale"))[0].Event.Data.GetProperty("opportunity").GetProperty("idleDays").GetInt32());
        await here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Opportunity, "opp_1", sale with { ChangedAt = Local(6, 8, 17) }, 1));
        for (var day = 9; day < 13; day++) await At(here, Local(6, day));
        Assert.Equal(2, (await here.Inside(workflow)).Count);
        Assert.Empty(await here.Inside(elsewhere));
    }

    [Fact]
    public async Task It_comes_once_whoever_looks_however_often()
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Person(Born(1990, 6, 3));
        await At(here, Local(6, 3));
        await using var restarted = here.Host();
        for (var minute = 0; minute < 5; minute++)
        {
            here.Clock.Now = Local(6, 3, 8, minute);
            await here.LookAtDays(restarted.GetRequiredService<DueDays>());
            await here.LookAtDays();
        }
        Assert.Single(await here.Inside(workflow));
        Assert.Single(await here.Events("contact.birthday"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(23, 1)]
    [InlineData(25, 0)]
    public async Task What_an_absence_of_less_than_a_day_missed_is_made_up_for(int hoursLate, int comes)
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Person(Born(1990, 6, 3));
        await At(here, Local(6, 3).AddHours(hoursLate));
        Assert.Equal(comes, (await here.Inside(workflow)).Count);
    }

    [Fact]
    public async Task Eight_oclock_is_over_for_what_is_published_or_resumed_at_nine()
    {
        await using var here = await Evening();
        var paused = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Change(paused, w => w with { Status = WorkflowStatus.Paused });
        await here.Person(Born(1990, 6, 3));
        here.Clock.Now = Local(6, 3, 9);
        var late = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Change(paused, w => w with { Status = WorkflowStatus.Published, OpenSince = Local(6, 3, 9) });
        await At(here, Local(6, 3, 9, 1));
        Assert.Empty(await here.Events("contact.birthday"));
        Assert.Empty((await here.Inside(paused)).Concat(await here.Inside(late)));
    }

    [Fact]
    public async Task Published_anew_with_the_trigger_as_it_was_nothing_is_missed_and_nothing_comes_twice()
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Person(Born(1990, 6, 3));
        here.Clock.Now = Local(6, 3, 8, 30);
        await here.Publish("contact.birthday", config: OnTheDay, id: workflow, version: 2);
        await At(here, Local(6, 3, 8, 31));
        Assert.Single(await here.Inside(workflow));
    }

    [Fact]
    public async Task Another_number_of_days_does_not_bring_anybody_a_second_time()
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: WeekBefore);
        await here.Person(Born(1990, 6, 10));
        await At(here, Local(6, 3));
        await here.Publish("contact.birthday", config: """{ "when": "before", "days": 3, "at": "08:00" }""", id: workflow, version: 2);
        for (var day = 4; day < 12; day++) await At(here, Local(6, day));
        Assert.Single(await here.Inside(workflow));
    }

    [Fact]
    public async Task Its_event_starts_only_the_trigger_that_it_is_for()
    {
        await using var here = await Evening();
        var (today, before) = (await here.Publish("contact.birthday", config: OnTheDay), await here.Publish("contact.birthday", config: WeekBefore));
        var ada = await here.Person(Born(1990, 6, 3));
        await At(here, Local(6, 3));
        Assert.Equal((1, 0), ((await here.Inside(today)).Count, (await here.Inside(before)).Count));
        // Another system's birthday is for everybody who asks for birthdays.
        Assert.Equal("enrolled:2", await here.Happens("contact.birthday", new { birthday = new { month = 6 } }, ada));
    }

    [Theory]
    [InlineData(3, 8, "02:30")]
    [InlineData(11, 1, "01:30")]
    public async Task It_comes_once_on_the_days_on_which_the_clocks_change(int month, int day, string at)
    {
        await using var here = await Reception.Open(Local(month, day, 0).AddHours(-4));
        var workflow = await here.Publish("contact.birthday", config: $$"""{ "when": "on", "at": "{{at}}" }""");
        await here.Person(Born(1990, month, day));
        for (var hour = 0; hour < 30; hour++) await At(here, Local(month, day, 0).AddHours(hour));
        Assert.Single(await here.Inside(workflow));
    }

    [Fact]
    public async Task A_clock_that_jumps_on_or_back_repeats_nothing()
    {
        await using var here = await Evening();
        var workflow = await here.Publish("contact.birthday", config: OnTheDay);
        await here.Person(Born(1990, 6, 3));
        await here.Person(Born(1990, 6, 4));
        foreach (var day in new[] { 3, 4, 3, 4, 9, 3, 4 }) await At(here, Local(6, day, 10));
        Assert.Equal(2, (await here.Inside(workflow)).Count);
    }

    [Fact]
    public async Task Without_such_a_trigger_nothing_is_looked_at_and_nothing_awaited()
    {
        await using var here = await Evening();
        await here.Publish("contact.created");
        Assert.Null(await here.LookAtDays());
        await here.Publish("contact.birthday", config: OnTheDay);
        Assert.Equal(Local(6, 3), await here.LookAtDays());
        Assert.Empty((await here.Store.List(Kinds.DayScan, Reception.Practice, new())).Items);
    }

    static string Rows(string field, string op, object value) => JsonSerializer.Serialize(new { all = new[] { new { field, op, value } } });

    static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text);
}
