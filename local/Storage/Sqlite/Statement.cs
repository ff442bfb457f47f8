using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>A prepared statement. Values are bound in order of their question marks, rows are stepped through, and
/// disposing makes it ready for the next use (it stays prepared).</summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    int _bound;

    Statement(sqlite3 database, sqlite3_stmt statement) => (_database, _statement) = (database, statement);

    public static Statement Prepare(sqlite3 database, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), database);
        return new(database, statement);
    }

    public Statement With(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public Statement With(long? value) =>
        value is { } known ? With(known) : Bound(raw.sqlite3_bind_null(_statement, ++_bound));

    public Statement With(string? text)
    {
        if (text is null) return Bound(raw.sqlite3_bind_null(_statement, ++_bound));
        if (text.Length > 256) return With(Encoding.UTF8.GetBytes(text).AsSpan());
        Span<byte> utf8 = stackalloc byte[768];
        return With((ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>Text that is UTF-8 already.</summary>
    public Statement With(ReadOnlySpan<byte> utf8) =>
        // An empty span has no address, which SQLite takes for null.
        Bound(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, ++_bound, "") : raw.sqlite3_bind_text(_statement, ++_bound, utf8));

    /// <summary>To the next row; false when there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Refuse(result);
        return false;
    }

    /// <summary>Runs a statement without rows and puts it back; how many rows it changed.</summary>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Dispose();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;
    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);
    /// <summary>The UTF-8 of a text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ready for the next use. Old values may stay bound: every use binds them all.</summary>
    public void Dispose()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(_statement);
    }

    public void Close() => _statement.Dispose();

    Statement Bound(int result)
    {
        if (result != raw.SQLITE_OK) Refuse(result);
        return this;
    }

    void Refuse(int result)
    {
        // The error belongs to the connection and is gone after the reset.
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
        finally
        {
            Dispose();
        }
    }
}
