using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Failures of the file rather than of one change: whoever asks next will meet the same.</summary>
static class Breakdown
{
    public static bool Is(SqliteException e) => Words(e.SqliteErrorCode) is not null;

    /// <summary>What happened, in words for an operator.</summary>
    public static string Describe(SqliteException e) => Words(e.SqliteErrorCode) ?? e.Message;

    static string? Words(int code) => code switch
    {
        raw.SQLITE_FULL => "The disk is full.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The data file is locked by another program.",
        raw.SQLITE_IOERR => "The disk reported an error.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => "The data file may not be written.",
        raw.SQLITE_CANTOPEN => "The data file cannot be opened.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The data file is damaged.",
        raw.SQLITE_NOMEM => "There is no memory left.",
        _ => null,
    };
}
