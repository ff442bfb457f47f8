using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Storage;

/// <summary>Whoever listens to the store and then reads it misses nothing: a set is in what is read, or it is told of.</summary>
public sealed class TellingTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Fact]
    public async Task A_set_that_was_under_way_when_somebody_began_to_listen_is_told_of()
    {
        await using var store = _folder.Open();
        using var held = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        store.Committed += (_, _) =>
        {
            held.Set();
            go.Wait(TimeSpan.FromSeconds(20));
        };
        var first = store.Commit(Note("note_1"));
        Assert.True(held.Wait(TimeSpan.FromSeconds(20)));
        // The writer is busy: the second waits in its queue, and is on disk only after the listener has come and read.
        var second = store.Commit(Note("note_2"));
        var heard = new List<string>();
        store.Committed += (changes, _) => heard.AddRange(changes.Changes.OfType<Change.Put>().Select(put => put.Id));
        Assert.Null(await store.Find(Kinds.Note, "prac_1", "note_2"));
        go.Set();
        await Task.WhenAll(first, second);
        Assert.Contains("note_2", heard);
    }

    static ChangeSet Note(string id) => new ChangeSet("prac_1").Put(Kinds.Note, id, new Note("con_1", "Called.", "usr_1", DateTimeOffset.UnixEpoch), 0);

    public void Dispose() => _folder.Dispose();
}
