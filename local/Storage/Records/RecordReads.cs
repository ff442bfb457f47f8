using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Reading records by id, by lookup, and page by page.</summary>
static class RecordReads
{
    public static Stored<T>? Find<T>(Database database, Kind<T> kind, string practice, string id) where T : class
    {
        if (Numbers(database, kind, practice) is not var (owner, number)) return null;
        using var row = database.Use("SELECT id, revision, body FROM record WHERE practice = ? AND kind = ? AND id = ?")
            .With(owner).With(number).With(id);
        return row.Step() ? Read(row, kind) : null;
    }

    public static Stored<T>? FindBy<T>(Database database, Kind<T> kind, string practice, string index, string value) where T : class
    {
        if (Numbers(database, kind, practice) is not var (owner, number) || database.Names.Find(index) is not { } field) return null;
        using var row = database.Use("""
            SELECT r.id, r.revision, r.body FROM lookup l JOIN record r ON r.practice = l.practice AND r.kind = l.kind AND r.id = l.id
            WHERE l.practice = ? AND l.kind = ? AND l.field = ? AND l.value = ? ORDER BY l.id LIMIT 1
            """).With(owner).With(number).With(field).With(value);
        return row.Step() ? Read(row, kind) : null;
    }

    public static Page<T> List<T>(Database database, Kind<T> kind, string practice, Listing listing) where T : class
    {
        if (Numbers(database, kind, practice) is not var (owner, number)) return new([], null);
        var limit = Paging.Limit(listing.Limit);
        var statement = database.Use(Query(listing)).With(owner).With(number);
        if (listing.Index is not null)
        {
            if (database.Names.Find(listing.Index) is not { } field) { statement.Dispose(); return new([], null); }
            statement.With(field).With(listing.Value);
        }
        if (listing.Cursor is not null) statement.With(listing.Cursor);
        using var rows = statement.With(limit + 1);
        var items = new List<Stored<T>>();
        while (rows.Step()) items.Add(Read(rows, kind));
        return new(Paging.Cut(items, limit, i => i.Id, out var next), next);
    }

    public static IReadOnlyList<string> Practices(Database database)
    {
        var practices = new List<string>();
        if (database.Names.Find(Kinds.Practice.Name) is not { } kind) return practices;
        using var rows = database.Use("SELECT text FROM name n WHERE EXISTS (SELECT 1 FROM record r WHERE r.practice = n.number AND r.kind = ? AND r.id = n.text) ORDER BY text").With(kind);
        while (rows.Step()) practices.Add(rows.Text(0));
        return practices;
    }

    static string Query(Listing listing)
    {
        var from = listing.Index is null ? "record r" : "lookup k JOIN record r ON r.practice = k.practice AND r.kind = k.kind AND r.id = k.id";
        var k = listing.Index is null ? "r" : "k";
        var sql = new StringBuilder($"SELECT r.id, r.revision, r.body FROM {from} WHERE {k}.practice = ? AND {k}.kind = ?");
        if (listing.Index is not null) sql.Append(" AND k.field = ? AND k.value = ?");
        if (listing.Cursor is not null) sql.Append(listing.Descending ? $" AND {k}.id < ?" : $" AND {k}.id > ?");
        return sql.Append(listing.Descending ? $" ORDER BY {k}.id DESC LIMIT ?" : $" ORDER BY {k}.id LIMIT ?").ToString();
    }

    static (long Practice, long Kind)? Numbers<T>(Database database, Kind<T> kind, string practice) where T : class =>
        database.Names.Find(practice) is { } owner && database.Names.Find(kind.Name) is { } number ? (owner, number) : null;

    static Stored<T> Read<T>(Statement row, Kind<T> kind) where T : class =>
        new(row.Text(0), row.Long(1), JsonSerializer.Deserialize(row.Bytes(2), kind.Json) ?? throw new JsonException($"A {kind.Name} is null."));
}
