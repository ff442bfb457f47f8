using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Local.Tests.Scheduling;

public sealed class DueSchedulesTests : IAsyncLifetime, IDisposable
{
    const string Nine = """{ "name": "Nine", "every": "day", "at": "09:00" }""";
    static readonly DateTimeOffset nine = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(-4));

    readonly DataFolder _folder = new();
    SqliteStore _store = null!;
    DueSchedules _schedules = null!;

    public async Task InitializeAsync()
    {
        _store = _folder.Open();
        _schedules = new(_store, new WorkflowBook(_store, TimeProvider.System, TimeSpan.FromHours(1)), new PracticeBook(_store, TimeProvider.System, TimeSpan.FromHours(1)));
        await _store.Commit(new ChangeSet(Timetable.Practice).Put(Kinds.Practice, Timetable.Practice, new Practice { Name = "Lumina", TimeZone = "America/New_York" }, 0));
    }

    async Task<string> Look(DateTimeOffset last, DateTimeOffset now) =>
        string.Join(' ', (await _schedules.Look(Timetable.Practice, last, now)).Events.Select(e => e.SourceId));

    [Fact]
    public async Task An_occurrence_is_due_from_its_time_on_and_only_after_the_last_look()
    {
        await Timetable.Publish(_store, "wf_1", nine.AddDays(-1), Nine);
        Assert.Equal("", await Look(nine.AddMinutes(-1), nine.AddTicks(-1)));
        Assert.Equal("wf_1/t1/2026-06-01T13:00:00Z", await Look(nine.AddMinutes(-1), nine));
        Assert.Equal("", await Look(nine, nine.AddMinutes(1)));
    }

    [Fact]
    public async Task What_was_missed_by_more_than_five_minutes_is_not_made_up_for()
    {
        await Timetable.Publish(_store, "wf_1", nine.AddDays(-9), Nine);
        Assert.Equal("wf_1/t1/2026-06-01T13:00:00Z", await Look(nine.AddDays(-3), nine.AddMinutes(4)));
        Assert.Equal("", await Look(nine.AddDays(-3), nine.AddMinutes(5)));
    }

    [Fact]
    public async Task A_schedule_published_after_its_time_waits_for_the_next_one()
    {
        await Timetable.Publish(_store, "wf_1", nine.AddMinutes(2), Nine);
        var look = await _schedules.Look(Timetable.Practice, DateTimeOffset.MinValue, nine.AddMinutes(3));
        Assert.Empty(look.Events);
        Assert.Equal(nine.AddDays(1), look.Next);
    }

    [Fact]
    public async Task Every_trigger_of_every_workflow_is_looked_at_and_the_next_is_the_soonest()
    {
        await Timetable.Publish(_store, "wf_1", nine.AddDays(-1), Nine, """{ "name": "Later", "every": "day", "at": "09:30" }""");
        await Timetable.Publish(_store, "wf_2", nine.AddDays(-1), """{ "name": "Hourly", "every": "cron", "cron": "0 * * * *" }""");
        await Timetable.Publish(_store, "wf_3", nine.AddDays(-1), """{ "name": "Unreadable", "every": "moon" }""");
        var look = await _schedules.Look(Timetable.Practice, nine.AddMinutes(-1), nine);
        Assert.Equal(["wf_1/t1/2026-06-01T13:00:00Z", "wf_2/t1/2026-06-01T13:00:00Z"], look.Events.Select(e => e.SourceId).Order());
        Assert.Equal(nine.AddMinutes(30), look.Next);
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();
}
