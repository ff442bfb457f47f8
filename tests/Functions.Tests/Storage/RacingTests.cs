using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Two hosts over one table, each with a memory of its own.</summary>
public sealed class RacingTests
{
    [Fact]
    public async Task A_memory_that_is_behind_neither_refuses_nor_overwrites()
    {
        var (one, other) = await Two();
        await one.Keep(Things.Put("con_1", "ada@example.org", 0));
        await other.Keep(Things.Put("con_1", "bea@example.org", 1));
        await one.Refuse(Things.Put("con_1", "cleo@example.org", 1));
        await other.Keep(Things.Put("con_1", "dora@example.org", 2));
        await one.Keep(Things.Put("con_1", "eve@example.org", 3));
        await other.Keep(Things.Put("con_1", "fay@example.org"));
        Assert.Equal("con_1", (await one.FindBy(Kinds.Contact, Things.Here, "email", "fay@example.org"))!.Id);
        foreach (var gone in new[] { "ada", "bea", "cleo", "dora", "eve" })
            Assert.Null(await one.FindBy(Kinds.Contact, Things.Here, "email", $"{gone}@example.org"));
        await other.Keep(new Change.Delete("contact", "con_1", 5));
        await one.Refuse(Things.Put("con_1", null, 5));
        await one.Keep(Things.Put("con_1", null, 0));
    }

    [Fact]
    public async Task Saves_with_the_same_revision_are_one()
    {
        var (one, other) = await Two();
        var e = Things.Enrollment("enr_1");
        await one.Keep(new Change.Enroll(e, true));
        for (var revision = 1; revision <= 20; revision++)
        {
            var line = Things.Line($"s{revision}");
            var answers = await Task.WhenAll(new[] { one, other }.Select(s => s.Commit(Things.Set(new Change.Save(e, revision), new Change.Log("enr_1", [line])))));
            Assert.Equal(1, answers.Count(a => a.Ok));
        }
        Assert.Equal(21, (await one.FindEnrollment(Things.Here, "enr_1"))!.Revision);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"s{i}"), (await other.LogOf(Things.Here, "enr_1")).Select(l => l.Entry.StepId));
    }

    [Fact]
    public async Task Lines_of_both_are_all_kept()
    {
        var (one, other) = await Two();
        await one.Keep(new Change.Enroll(Things.Enrollment("enr_1"), true));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).Keep(new Change.Log("enr_1", [Things.Line($"a{i}"), Things.Line($"b{i}")]))));
        var lines = await one.LogOf(Things.Here, "enr_1");
        Assert.Equal(40, lines.Select(l => l.Entry.StepId).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), lines.Select(l => l.Seq));
    }

    [Fact]
    public async Task One_event_is_routed_once_and_enrolls_once()
    {
        var (one, other) = await Two();
        for (var i = 0; i < 20; i++)
        {
            var e = Things.Event($"evt_{i}");
            await one.Keep(new Change.Accept(e));
            var answers = await Task.WhenAll(new[] { one, other }.Select((s, n) => s.Commit(Things.Set(
                new Change.Enroll(Things.Enrollment($"enr_{i}_{n}", $"con_{i}", eventId: e.Id), false), new Change.Routed(e, null, $"enrolled:{n}")))));
            Assert.Equal(1, answers.Count(a => a.Ok));
            Assert.Single((await one.LiveOf(Things.Here, $"con_{i}")));
        }
        await one.Refuse(new Change.Routed(Things.Event("evt_1"), null, "ignored"));
        Assert.Empty((await one.Find(Things.Here, DateTimeOffset.MaxValue, 100)).Events);
    }

    [Fact]
    public async Task Of_two_who_want_to_be_alone_one_is()
    {
        var (one, other) = await Two();
        for (var i = 0; i < 20; i++)
        {
            var answers = await Task.WhenAll(new[] { one, other }.Select((s, n) => s.Commit(Things.Set(new Change.Enroll(Things.Enrollment($"enr_{i}_{n}", $"con_{i}"), true)))));
            Assert.Equal(1, answers.Count(a => a.Ok));
        }
    }

    [Fact]
    public async Task One_that_never_asked_to_be_alone_keeps_others_out_all_the_same()
    {
        var (one, other) = await Two();
        await one.Keep(new Change.Enroll(Things.Enrollment("enr_1"), false));
        await other.Refuse(new Change.Enroll(Things.Enrollment("enr_2"), true));
        await one.Keep(new Change.Save(Things.Over(Things.Enrollment("enr_1")), 1));
        await other.Keep(new Change.Enroll(Things.Enrollment("enr_2"), true));
    }

    [Fact]
    public async Task One_that_came_back_to_life_keeps_others_out()
    {
        var (one, other) = await Two();
        var e = Things.Enrollment("enr_1");
        await one.Keep(new Change.Enroll(e, true));
        await one.Keep(new Change.Save(Things.Over(e), 1));
        await one.Keep(new Change.Save(e, 2));
        await other.Refuse(new Change.Enroll(Things.Enrollment("enr_2"), true));
        await other.Keep(new Change.Save(Things.Over(e), 3));
        await one.Keep(new Change.Enroll(Things.Enrollment("enr_2"), true));
    }

    [Fact]
    public async Task Unique_values_effects_and_keys_belong_to_one()
    {
        var (one, other) = await Two();
        TablesStore[] both = [one, other];
        var puts = await Task.WhenAll(both.Select((s, n) => s.Commit(Things.Set(Things.Put($"con_{n}", "ada@example.org")))));
        var claims = await Task.WhenAll(both.Select(s => s.Commit(Things.Set(new Change.Claim("enr_1/s1/1", Things.Noon, null)))));
        var keys = await Task.WhenAll(both.Select(s => s.BeginIdempotent(Things.Here, "k", "hash", Things.Noon)));
        Assert.Equal((1, 1, 1), (puts.Count(a => a.Ok), claims.Count(a => a.Ok), keys.Count(a => a is null)));
    }

    [Fact]
    public async Task Two_hosts_fill_one_drip()
    {
        var (one, other) = await Two();
        var places = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            (i % 2 == 0 ? one : other).TakeDripPlace(Things.Here, "wf_1", "s1", $"e{i}", 10, TimeSpan.FromMinutes(10), Things.Noon)));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => Things.Noon.AddMinutes(10 * (i / 10))), places.Order());
    }

    [Fact]
    public async Task Counts_follow_the_other_host_within_seconds()
    {
        var (table, clock) = (Azurite.NewTable(), new Clock());
        var (one, other) = (await Tables.Over(table, clock), await Tables.Over(table, clock));
        await one.Ensure();
        await one.Keep(new Change.Enroll(Things.Enrollment("enr_1"), true));
        Assert.Equal(1, (await other.CountsOf(Things.Here, "wf_1"))[EnrollmentStatus.Active]);
        await one.Keep(new Change.Save(Things.Over(Things.Enrollment("enr_1")), 1));
        clock.Now += TimeSpan.FromSeconds(6);
        Assert.Equal([EnrollmentStatus.Completed], (await other.CountsOf(Things.Here, "wf_1")).Keys);
        await other.Keep(new Change.Enroll(Things.Enrollment("enr_2"), true));
        Assert.Equal(1, (await other.CountsOf(Things.Here, "wf_1"))[EnrollmentStatus.Active]);
    }

    static async Task<(TablesStore, TablesStore)> Two()
    {
        var table = Azurite.NewTable();
        var (one, other) = (await Tables.Over(table), await Tables.Over(table));
        await one.Ensure();
        return (one, other);
    }
}
