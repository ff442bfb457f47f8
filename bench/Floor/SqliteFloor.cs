using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Stage;
using Microsoft.Data.Sqlite;

namespace AesthetixWorkflows.Bench.Floor;

/// <summary>One durable step when there is no engine at all: an UPDATE and an INSERT of some 300 bytes, so many to a
/// commit. The same as `floor sqlite` of the peers.</summary>
static class SqliteFloor
{
    const int Steps = 10;

    public static JsonObject Run(Options options, string group)
    {
        using var folder = new Folder();
        var (perCommit, instances) = (int.Parse(group, CultureInfo.InvariantCulture), options.Number("enrollments", 2000));
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "floor.db")};Pooling=False");
        db.Open();
        Make(db, instances);
        using var update = Command(db, "UPDATE instance SET step=$step, updated=$at WHERE id=$id", "$step", "$at", "$id");
        using var append = Command(db, "INSERT INTO history VALUES($id,$step,$at,$data)", "$id", "$step", "$at", "$data");
        using var begin = Command(db, "BEGIN IMMEDIATE");
        using var commit = Command(db, "COMMIT");
        var data = "{\"ok\":true,\"note\":\"" + new string('x', 280) + "\"}";
        var total = instances * Steps;
        var (before, clock) = (Usage.Now(), Stopwatch.StartNew());
        for (var n = 0; n < total; n++)
        {
            if (n % perCommit == 0) begin.ExecuteNonQuery();
            var (id, step) = (Id(n % instances), n / instances);
            Set(update, step, n, id);
            Set(append, id, step, n, data);
            if (n % perCommit == perCommit - 1 || n == total - 1) commit.ExecuteNonQuery();
        }
        var (seconds, used) = (clock.Elapsed.TotalSeconds, Usage.Now() - before);
        return new()
        {
            ["stepsPerSecond"] = Math.Round(total / seconds), ["cpuMsPerStep"] = Math.Round(used.CpuSeconds * 1000 / total, 4),
            ["writtenBytesPerEnrollment"] = used.WrittenBytes / instances,
        };
    }

    static void Make(SqliteConnection db, int instances)
    {
        foreach (var sql in new[]
        {
            "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
            "CREATE TABLE instance(id TEXT PRIMARY KEY, step INTEGER NOT NULL, updated INTEGER NOT NULL, status TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE history(id TEXT NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY(id, step)) WITHOUT ROWID",
            "BEGIN",
        })
            Set(Command(db, sql));
        using (var insert = Command(db, "INSERT INTO instance VALUES($id,0,0,'running')", "$id"))
            for (var i = 0; i < instances; i++) Set(insert, Id(i));
        Set(Command(db, "COMMIT"));
        Set(Command(db, "PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    static string Id(int i) => $"enrollment-{i:D12}";

    static void Set(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The texts stand above.
    static SqliteCommand Command(SqliteConnection db, string sql, params string[] parameters)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }
#pragma warning restore CA2100
}
