using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>One connection and its prepared statements, each prepared once. Used by one thread at a time.</summary>
/// <remarks>Statements go past ADO.NET to SQLite's own calls: a command object costs more than the row it writes.</remarks>
sealed class Database : IDisposable
{
    // A step changes some hundred bytes and writes the whole page they are on: half the usual page is a quarter less
    // written, and a quarter page would cost more CPU than it saves.
    const int PageBytes = 2048;

    readonly SqliteConnection _connection;
    readonly Dictionary<string, Statement> _statements = [];

    Database(StorePlace place, SqliteOpenMode mode)
    {
        Path = place.File;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false }.ToString());
        _connection.Open();
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)place.Patience.TotalMilliseconds}"));
        Names = new(this);
    }

    public string Path { get; }
    public Names Names { get; }
    public sqlite3 Handle => _connection.Handle!;
    /// <summary>The number of the row inserted last.</summary>
    public long LastNumber => raw.sqlite3_last_insert_rowid(Handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>The connection that writes. Every commit is on disk when it returns.</summary>
    public static Database ForWriting(StorePlace place)
    {
        var database = new Database(place, SqliteOpenMode.ReadWriteCreate);
        try
        {
            database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageBytes}"));
            database.Run("PRAGMA journal_mode = WAL");
            database.Run("PRAGMA synchronous = FULL");
            database.Run("PRAGMA temp_store = MEMORY");
            database.Run("PRAGMA cache_size = -32768");
            database.Run("PRAGMA wal_autocheckpoint = 0");
            Migrations.Apply(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection that reads the latest committed state and is never blocked by the writer.</summary>
    public static Database ForReading(StorePlace place)
    {
        var database = new Database(place, SqliteOpenMode.ReadOnly);
        database.Run("PRAGMA cache_size = -4096");
        return database;
    }

    /// <summary>The statement, ready to be bound; disposing it puts it back.</summary>
    public Statement Use(string sql)
    {
        if (_statements.TryGetValue(sql, out var known)) return known;
        return _statements[sql] = Statement.Prepare(Handle, sql);
    }

    /// <summary>Runs statements that are needed once.</summary>
    public void Run(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Close();
        _connection.Dispose();
    }
}
