using SQLitePCL;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Moving what is in the write-ahead log into the file: in quiet moments, and when the log has grown. It is done
/// between groups, after everybody has been told.</summary>
sealed class Checkpoints(Database database)
{
    // 32 MB: a page that is written many times in a row is then moved once.
    const int Pages = 8192;

    int _written;

    public void AfterGroup()
    {
        _ = raw.sqlite3_db_status(database.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        _written += pages;
        if (_written >= Pages) Move();
    }

    public void WhenIdle()
    {
        if (_written > 0) Move();
    }

    /// <summary>Passive: whoever reads is not disturbed. When it fails the log stays as it is and the next one tries again.</summary>
    void Move()
    {
        if (raw.sqlite3_wal_checkpoint_v2(database.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _) == raw.SQLITE_OK) _written = 0;
    }
}
