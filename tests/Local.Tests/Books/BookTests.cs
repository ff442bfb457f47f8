using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Scheduling;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Local.Tests.Books;

/// <summary>What is remembered must not be older than the last change that was seen.</summary>
public sealed class BookTests
{
    static readonly TimeSpan hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_workflow_published_while_the_list_is_read_is_in_the_next_one()
    {
        using var folder = new DataFolder();
        await using var store = folder.Open();
        WorkflowBook book = null!;
        var published = false;
        store.Committed += (changes, _) => book.Observe(changes);
        book = new(LateReader.Over(store, async () =>
        {
            if (published) return;
            published = true;
            await Timetable.Publish(store, "wf_1", DateTimeOffset.UnixEpoch, """{ "name": "Nine", "every": "day", "at": "09:00" }""");
        }), TimeProvider.System, hour);

        await book.Triggers(Timetable.Practice);
        Assert.Single((await book.Triggers(Timetable.Practice)).OfType(ScheduleEvent.Type));
    }

    [Fact]
    public async Task A_practice_that_moves_while_it_is_read_has_moved_for_the_next_reader()
    {
        using var folder = new DataFolder();
        await using var store = folder.Open();
        Task Put(string zone, long revision) =>
            store.Commit(new ChangeSet(Timetable.Practice).Put(Kinds.Practice, Timetable.Practice, new Practice { Name = "Lumina", TimeZone = zone }, revision));
        await Put("America/New_York", 0);
        PracticeBook book = null!;
        var moved = false;
        store.Committed += (changes, _) => book.Observe(changes);
        book = new(LateReader.Over(store, async () =>
        {
            if (moved) return;
            moved = true;
            await Put("Europe/London", 1);
        }), TimeProvider.System, hour);

        await book.Of(Timetable.Practice);
        Assert.Equal("Europe/London", (await book.Of(Timetable.Practice)).TimeZone);
    }
}
