using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Answers to requests with an idempotency key, for a day.</summary>
sealed class Answers(Database database)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    /// <summary>No request takes this long: whoever began it died, and the key is free again.</summary>
    static readonly TimeSpan Unfinished = TimeSpan.FromMinutes(1);

    /// <summary>Null: the key was free and is ours now.</summary>
    public IdempotentAnswer? Begin(string practice, string key, string bodyHash, DateTimeOffset now)
    {
        database.Use("DELETE FROM idempotency WHERE begun <= ?").With(Moment.Of(now - Kept)).Run();
        database.Use("DELETE FROM idempotency WHERE status IS NULL AND begun <= ?").With(Moment.Of(now - Unfinished)).Run();
        var owner = database.Names.Number(practice);
        using (var row = database.Use("SELECT hash, status, body FROM idempotency WHERE practice = ? AND key = ?").With(owner).With(key))
            if (row.Step()) return new(row.Text(0), (int?)row.LongOrNull(1), row.TextOrNull(2));
        database.Use("INSERT INTO idempotency (practice, key, hash, begun) VALUES (?, ?, ?, ?)")
            .With(owner).With(key).With(bodyHash).With(Moment.Of(now)).Run();
        return null;
    }

    public void End(string practice, string key, int status, string? body) =>
        database.Use("UPDATE idempotency SET status = ?, body = ? WHERE practice = ? AND key = ?")
            .With(status).With(body).With(database.Names.Number(practice)).With(key).Run();
}
