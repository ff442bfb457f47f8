using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace AesthetixWorkflows.Local.Tests.Storage;

public sealed class BreakdownTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Fact]
    public async Task While_another_program_locks_the_file_nothing_is_acknowledged_and_reading_goes_on()
    {
        await using var store = _folder.Open();
        Assert.True((await store.Commit(User(1))).Ok);
        using (var thief = new SqliteConnection($"Data Source={_folder.Place.File};Pooling=False"))
        {
            thief.Open();
            using var locking = thief.CreateCommand();
            locking.CommandText = "BEGIN IMMEDIATE";
            locking.ExecuteNonQuery();
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(User(2)));
            Assert.Equal("The data file is locked by another program.", await store.WhyNotReady());
            Assert.NotNull(await store.Find(Kinds.User, "p", "usr_1"));
        }
        Assert.Null(await store.WhyNotReady());
        Assert.Null(await store.Find(Kinds.User, "p", "usr_2"));
        Assert.True((await store.Commit(User(2))).Ok);
    }

    [Fact]
    public async Task When_the_disk_is_full_the_whole_group_fails_and_the_next_one_is_tried()
    {
        await using var store = _folder.Open();
        Assert.True((await store.Commit(User(1))).Ok);
        await store.LimitPages(60);
        var big = Task.WhenAll(Enumerable.Range(10, 50).Select(i => Settled(store, User(i, new string('x', 20_000)))));
        Assert.Contains(await big, failed => failed);
        await store.LimitPages(1_000_000);
        Assert.Null(await store.WhyNotReady());
        Assert.True((await store.Commit(User(2))).Ok);
        Assert.NotNull(await store.Find(Kinds.User, "p", "usr_1"));
    }

    [Fact]
    public async Task One_bad_set_does_not_take_its_neighbours_with_it()
    {
        await using var store = _folder.Open();
        var good = Enumerable.Range(0, 20).Select(i => store.Commit(User(i))).ToList();
        var bad = store.Commit(new ChangeSet("p").Add(new Change.Claim(null!, default, null)));
        good.AddRange(Enumerable.Range(20, 20).Select(i => store.Commit(User(i))));
        Assert.All(await Task.WhenAll(good), c => Assert.True(c.Ok));
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.True((await store.Commit(new ChangeSet("p").Add(new Change.Settle("e", default, new Outcome.Done())))).Ok);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = _folder.Open();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(User(1)));
        Assert.Equal("The store is closed.", await store.WhyNotReady());
    }

    public void Dispose() => _folder.Dispose();

    static ChangeSet User(int i, string name = "Ada") => new ChangeSet("p").Put(Kinds.User, $"usr_{i}", new User(name, null, null, "owner"));

    static async Task<bool> Settled(Local.Storage.SqliteStore store, ChangeSet changes)
    {
        try
        {
            await store.Commit(changes);
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }
}
