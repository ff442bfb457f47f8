using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Storage;

public sealed class DurabilityTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await using (var store = _folder.Open()) await Notes(store, 300);
        await using var again = _folder.Open();
        Assert.Equal(300, await Count(again));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        await using var store = _folder.Open();
        await Notes(store, 300);
        using var left = _folder.AsIfKilled();
        await using var again = left.Open();
        Assert.Equal(300, await Count(again));
    }

    [Fact]
    public async Task What_was_asked_for_before_closing_is_written()
    {
        Task<Committed[]> asked;
        await using (var store = _folder.Open()) asked = Notes(store, 300);
        await asked;
        await using var again = _folder.Open();
        Assert.Equal(300, await Count(again));
    }

    [Fact]
    public async Task Numbers_go_on_where_they_stopped()
    {
        var e = new Enrollment { Id = "enr_1", Practice = "p", WorkflowId = "wf", Version = 1, ScopeKey = "contact", Zone = "UTC", EnrolledAt = default };
        await using (var store = _folder.Open())
            await store.Commit(new ChangeSet("p").Add(new Change.Enroll(e, true)).Add(new Change.Log("enr_1", [Line(), Line()])));
        await using var again = _folder.Open();
        Assert.True((await again.Commit(new ChangeSet("p").Add(new Change.Save(e, 1)).Add(new Change.Log("enr_1", [Line()])))).Ok);
        Assert.Equal([1L, 2L, 3L], (await again.LogOf("p", "enr_1")).Select(l => l.Seq));
        Assert.Equal(1, (await again.CountsOf("p", "wf"))[EnrollmentStatus.Active]);
    }

    [Fact]
    public async Task Many_commits_share_an_fsync()
    {
        await using var store = _folder.Open();
        await Notes(store, 2000);
        Assert.InRange(store.Groups, 1, 1000);
    }

    [Fact]
    public async Task Who_listens_hears_of_each_set_that_was_kept()
    {
        await using var store = _folder.Open();
        var heard = new List<ChangeSet>();
        store.Committed += (changes, _) => heard.Add(changes);
        var kept = new ChangeSet("p").Put(Kinds.User, "usr_1", new User("Ada", null, null, "owner"), 0);
        await store.Commit(kept);
        await store.Commit(new ChangeSet("p").Put(Kinds.User, "usr_1", new User("Ada", null, null, "owner"), 0));
        await store.WhyNotReady();
        Assert.Equal([kept], heard);
    }

    public void Dispose() => _folder.Dispose();

    static LogEntry Line() => new(default, Happened.Done, "s1", 1);

    static Task<Committed[]> Notes(Local.Storage.SqliteStore store, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(i =>
        store.Commit(new ChangeSet("p").Put(Kinds.Note, $"note_{i}", new Note("con_1", "Hello", "usr_1", default)))));

    static async Task<int> Count(Local.Storage.SqliteStore store) => (await store.List(Kinds.Note, "p", new Listing(1000))).Items.Count;
}
