using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;
using Microsoft.Data.Sqlite;

namespace AesthetixWorkflows.Local.Tests.Storage;

public sealed class OpeningTests : IDisposable
{
    readonly DataFolder _folder = new();

    [Fact]
    public async Task Opening_again_leaves_the_schema_as_it_is()
    {
        await using (_folder.Open()) { }
        await using (_folder.Open()) { }
        using var file = File();
        Assert.Equal((long)Migrations.Newest, Scalar(file, "PRAGMA user_version"));
        Assert.Equal("wal", Scalar(file, "PRAGMA journal_mode"));
        Assert.Equal("ok", Scalar(file, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await using (_folder.Open()) { }
        using (var file = File()) Scalar(file, "PRAGMA user_version = 99");
        var refused = Assert.Throws<StoreRefusedException>(_folder.Open);
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        using (var file = File()) Scalar(file, $"PRAGMA user_version = {Migrations.Newest}");
        await using (_folder.Open()) { }
    }

    [Fact]
    public async Task A_second_host_is_refused_until_the_first_is_gone()
    {
        await using (_folder.Open())
        {
            var refused = Assert.Throws<StoreRefusedException>(_folder.Open);
            Assert.Contains("Another host is running on this data folder", refused.Message, StringComparison.Ordinal);
        }
        await using var second = _folder.Open();
        Assert.Null(await second.WhyNotReady());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_made()
    {
        await using var store = SqliteStore.Open(new(Path.Combine(_folder.Path, "a", "b")), TimeProvider.System);
        Assert.True((await store.Commit(new ChangeSet("p").Put(Kinds.User, "usr_1", new User("Ada", null, null, "owner")))).Ok);
    }

    public void Dispose() => _folder.Dispose();

    SqliteConnection File()
    {
        var file = new SqliteConnection($"Data Source={_folder.Place.File};Pooling=False");
        file.Open();
        return file;
    }

    static object? Scalar(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
