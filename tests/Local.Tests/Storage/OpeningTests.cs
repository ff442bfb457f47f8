using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
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

    /// <summary>Version 2 of the schema did not count who left a step before it had come to an end of its own.</summary>
    [Fact]
    public async Task A_file_of_an_older_version_is_brought_up_with_what_it_holds()
    {
        await using (var store = _folder.Open())
        {
            var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
            var waiting = new Pending.Timer("s1/1", "delay", noon, noon.AddDays(1));
            async Task Keep(string id, bool live, Happened what)
            {
                var enrollment = new Enrollment { Id = id, Practice = "prac_here", WorkflowId = "wf_1", Version = 1, ScopeKey = "contact", Zone = "America/New_York", EnrolledAt = noon, StepId = "s1", Status = EnrollmentStatus.Waiting, Pending = waiting };
                if (!live) enrollment = enrollment with { Status = EnrollmentStatus.Exited, Pending = Pending.Nothing.Instance, StepId = null, Reason = "stopped.operator", FinishedAt = noon };
                Assert.True((await store.Commit(new ChangeSet("prac_here").Add(new Change.Enroll(enrollment, false)).Add(new Change.Log(id, [new(noon, what, "s1", 1)])))).Ok);
            }
            await Keep("enr_stopped", live: false, Happened.Waiting);
            await Keep("enr_done", live: false, Happened.Done);
            await Keep("enr_waits", live: true, Happened.Waiting);
        }
        using (var file = File()) Scalar(file, "ALTER TABLE log DROP COLUMN leaves; PRAGMA user_version = 2");
        await using (var store = _folder.Open()) Assert.Equal(3, (await store.ListLog("prac_here", new("wf_1"))).Items.Count);
        using (var file = File()) Assert.Equal("s1 1", Scalar(file, "SELECT group_concat(step || ' ' || count) FROM tally WHERE code = 'left'"));
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
