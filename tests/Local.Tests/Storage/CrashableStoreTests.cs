using AesthetixWorkflows.Specs.Crashing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Specs.Storage;

namespace AesthetixWorkflows.Local.Tests.Storage;

public sealed class CrashableStoreTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Theory]
    [InlineData(Crash.LostBefore, false)]
    [InlineData(Crash.KeptButAnswerLost, true)]
    public async Task It_dies_at_the_chosen_commit_and_stays_dead(Crash how, bool kept)
    {
        await using var store = _folder.Open();
        var crashing = new CrashableStore(store).CrashAt(2, how);
        await crashing.Commit(User(1));
        await Assert.ThrowsAsync<CrashedException>(() => crashing.Commit(User(2)));
        await Assert.ThrowsAsync<CrashedException>(() => crashing.Commit(User(3)));
        Assert.True(crashing.IsDead);
        Assert.NotNull(await store.Find(Kinds.User, "p", "usr_1"));
        Assert.Equal(kept, await store.Find(Kinds.User, "p", "usr_2") is not null);
        Assert.Null(await store.Find(Kinds.User, "p", "usr_3"));
    }

    public void Dispose() => _folder.Dispose();

    static ChangeSet User(int i) => new ChangeSet("p").Put(Kinds.User, $"usr_{i}", new User("Ada", null, null, "owner"));
}
