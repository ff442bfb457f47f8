using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Writing records and the rows they are looked up by.</summary>
sealed class RecordWrites(Database database)
{
    public string? Check(string practice, Change.Put put)
    {
        var (owner, kind) = (Number(put.Practice ?? practice), Number(put.Kind));
        if (put.ExpectedRevision is { } expected && Revision(owner, kind, put.Id) is var revision && revision != expected)
            return $"revision: {put.Kind} {put.Id} is at {revision}, not {expected}";
        foreach (var lookup in put.Lookups)
            if (lookup.Unique && Holder(owner, kind, lookup, put.Id) is { } other)
                return $"taken: {put.Kind}.{lookup.Index} belongs to {other}";
        return null;
    }

    public string? Check(string practice, Change.Delete delete)
    {
        var revision = Revision(Number(delete.Practice ?? practice), Number(delete.Kind), delete.Id);
        return delete.ExpectedRevision is { } expected && revision != expected
            ? $"revision: {delete.Kind} {delete.Id} is at {revision}, not {expected}"
            : null;
    }

    public void Apply(string practice, Change.Put put, byte[] body)
    {
        var (owner, kind) = (Number(put.Practice ?? practice), Number(put.Kind));
        var lookups = put.Lookups.Count == 0 ? null : JsonSerializer.Serialize(put.Lookups.SelectMany(l => new[] { l.Index, l.Value }));
        if (Row(owner, kind, put.Id) is not var (number, before))
        {
            database.Use("INSERT INTO record (practice, kind, id, revision, lookups, body) VALUES (?, ?, ?, 1, ?, ?)")
                .With(owner).With(kind).With(put.Id).With(lookups).With(body).Run();
            Add(owner, kind, put.Id, put.Lookups.Select(l => (l.Index, l.Value)));
        }
        else if (before == lookups)
        {
            database.Use("UPDATE record SET revision = revision + 1, body = ? WHERE number = ?").With(body).With(number).Run();
        }
        else
        {
            database.Use("UPDATE record SET revision = revision + 1, lookups = ?, body = ? WHERE number = ?")
                .With(lookups).With(body).With(number).Run();
            var (old, now) = (Pairs(before), put.Lookups.Select(l => (l.Index, l.Value)).ToArray());
            Remove(owner, kind, put.Id, old.Except(now));
            Add(owner, kind, put.Id, now.Except(old));
        }
    }

    public void Apply(string practice, Change.Delete delete)
    {
        var (owner, kind) = (Number(delete.Practice ?? practice), Number(delete.Kind));
        if (Row(owner, kind, delete.Id) is not var (number, lookups)) return;
        database.Use("DELETE FROM record WHERE number = ?").With(number).Run();
        Remove(owner, kind, delete.Id, Pairs(lookups));
    }

    long Number(string name) => database.Names.Number(name);

    long Revision(long practice, long kind, string id)
    {
        using var row = database.Use("SELECT revision FROM record WHERE practice = ? AND kind = ? AND id = ?").With(practice).With(kind).With(id);
        return row.Step() ? row.Long(0) : 0;
    }

    (long Number, string? Lookups)? Row(long practice, long kind, string id)
    {
        using var row = database.Use("SELECT number, lookups FROM record WHERE practice = ? AND kind = ? AND id = ?").With(practice).With(kind).With(id);
        return row.Step() ? (row.Long(0), row.TextOrNull(1)) : null;
    }

    string? Holder(long practice, long kind, Lookup lookup, string id)
    {
        using var row = database.Use("SELECT id FROM lookup WHERE practice = ? AND kind = ? AND field = ? AND value = ? AND id <> ? LIMIT 1")
            .With(practice).With(kind).With(Number(lookup.Index)).With(lookup.Value).With(id);
        return row.Step() ? row.Text(0) : null;
    }

    void Add(long practice, long kind, string id, IEnumerable<(string Index, string Value)> lookups)
    {
        foreach (var (index, value) in lookups)
            database.Use("INSERT OR IGNORE INTO lookup (practice, kind, field, value, id) VALUES (?, ?, ?, ?, ?)")
                .With(practice).With(kind).With(Number(index)).With(value).With(id).Run();
    }

    void Remove(long practice, long kind, string id, IEnumerable<(string Index, string Value)> lookups)
    {
        foreach (var (index, value) in lookups)
            database.Use("DELETE FROM lookup WHERE practice = ? AND kind = ? AND field = ? AND value = ? AND id = ?")
                .With(practice).With(kind).With(Number(index)).With(value).With(id).Run();
    }

    static (string Index, string Value)[] Pairs(string? lookups) =>
        lookups is null ? [] : [.. JsonSerializer.Deserialize<string[]>(lookups)!.Chunk(2).Select(p => (p[0], p[1]))];
}
