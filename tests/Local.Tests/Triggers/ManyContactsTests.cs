using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using AesthetixWorkflows.Specs.Crashing;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>A look through more contacts than fit on a page, whose process dies at every write it makes.</summary>
public sealed class ManyContactsTests
{
    static readonly DateTimeOffset eight = Zones.At(new(2026, 6, 3), new(8, 0), Reception.Zone);

    [Theory]
    [InlineData(1, Crash.LostBefore)]
    [InlineData(1, Crash.KeptButAnswerLost)]
    [InlineData(2, Crash.LostBefore)]
    [InlineData(2, Crash.KeptButAnswerLost)]
    [InlineData(3, Crash.LostBefore)]
    [InlineData(3, Crash.KeptButAnswerLost)]
    public async Task A_crash_costs_at_most_a_page_and_nobody_is_left_out_or_greeted_twice(int commit, Crash how)
    {
        await using var here = await Reception.Open(eight.AddHours(-10));
        await here.Publish("contact.birthday", config: """{ "when": "on", "at": "08:00" }""");
        var people = new ChangeSet(Reception.Practice);
        var ids = new IdSource(here.Clock);
        for (var n = 0; n < 2 * DueDays.PageSize + 50; n++)
            people.Put(Kinds.Contact, ids.New("con"), new Contact { FirstName = $"P{n}", Email = $"p{n}@example.test", DateOfBirth = n % 3 == 0 ? new(1980, 6, 3) : new(1980, 7, 3) }, 0);
        await here.Keep(people);
        here.Clock.Now = eight;

        var dying = new CrashableStore(here.Store).CrashAt(commit, how);
        var first = new DueDays(dying, new WorkflowBook(dying, here.Clock, TimeSpan.Zero), new PracticeBook(dying, here.Clock, TimeSpan.Zero), ids);
        await Assert.ThrowsAsync<CrashedException>(() => first.Look(Reception.Practice, eight));
        await here.LookAtDays();
        var found = (await here.Store.ListEvents(Reception.Practice, "contact.birthday", null, null, 1000, null)).Items.Select(e => e.Event.ContactId).ToList();
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(150, found.Count);
    }

    /// <summary>Table storage takes a hundred rows at once, and an event is five.</summary>
    [Fact]
    public async Task However_many_have_their_turn_together_a_commit_fits_and_how_far_it_came_is_written_last()
    {
        await using var here = await Reception.Open(eight.AddHours(-10));
        await here.Publish("contact.birthday", config: """{ "when": "on", "at": "08:00" }""");
        var (people, ids) = (new ChangeSet(Reception.Practice), new IdSource(here.Clock));
        for (var n = 0; n < 100; n++) people.Put(Kinds.Contact, ids.New("con"), new Contact { FirstName = $"P{n}", Email = $"p{n}@example.test", DateOfBirth = new(1980, 6, 3) }, 0);
        await here.Keep(people);
        here.Clock.Now = eight;

        var watched = new CrashableStore(here.Store);
        await new DueDays(watched, new WorkflowBook(watched, here.Clock, TimeSpan.Zero), new PracticeBook(watched, here.Clock, TimeSpan.Zero), ids).Look(Reception.Practice, eight);
        Assert.All(watched.Written, set => Assert.InRange(set.Changes.OfType<Change.Accept>().Count() * 5, 0, 98));
        Assert.Equal([watched.Written[^1]], watched.Written.Where(set => set.Changes.Any(change => change is Change.Put { Kind: "dayScan" })));
    }
}
