using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Records: a row each, and for every lookup a row with a copy, so that finding by a lookup or listing by one is
/// one request. They are written together, so the copies are never behind.</summary>
static class RecordChanges
{
    // A copy of something longer costs more than the second request that it saves.
    const int LongestCopy = 16_000;

    /// <returns>Null, or why not.</returns>
    public static async ValueTask<string?> Put(Workbench bench, Change.Put put)
    {
        var partition = RowKeys.Practice(put.Practice ?? bench.Practice);
        // One that must be new need not be looked for: the service refuses a second one.
        var draft = put.ExpectedRevision == 0 ? bench.At(RowKeys.Record(put.Kind, put.Id), partition) : await bench.Look(RowKeys.Record(put.Kind, put.Id), partition);
        var (before, revision) = (Lookups(draft.Current), Revision(draft.Current));
        if (put.ExpectedRevision is { } expected && revision != expected) return $"revision: {put.Kind} {put.Id} is at {revision}, not {expected}";

        var lookups = put.Lookups.DistinctBy(l => (l.Index, l.Value)).Select(l => (Lookup: l, Key: RowKeys.Lookup(put.Kind, l.Index, l.Value, l.Unique, put.Id))).ToList();
        foreach (var (lookup, key) in lookups)
            if (lookup.Unique && bench.At(key, partition).Current?.GetString(Columns.Id) is { } other && other != put.Id)
                return $"taken: {put.Kind}.{lookup.Index} belongs to {other}";

        string[] after = [.. lookups.Select(l => l.Key)];
        Write(revision == 0 && !draft.Known ? draft.Add() : draft.Put(), put, revision + 1, after, put.Json);
        foreach (var key in before.Except(after)) Release(bench.At(key, partition), put.Id);
        foreach (var (lookup, key) in lookups)
        {
            var copy = bench.At(key, partition);
            var isNew = lookup.Unique && !before.Contains(key) && copy.Current is null;
            Write(isNew ? copy.Add() : copy.Put(), put, revision + 1, null, put.Json.Length <= LongestCopy ? put.Json : null);
        }
        if (put.Kind == Kinds.Practice.Name && revision == 0 && put.Practice is null && put.Id == bench.Practice)
            bench.At(RowKeys.Known(put.Id), RowKeys.Practice(SharedRecords.Everybody)).Put()[Columns.Id] = put.Id;
        return null;
    }

    public static async ValueTask<string?> Delete(Workbench bench, Change.Delete delete)
    {
        var partition = RowKeys.Practice(delete.Practice ?? bench.Practice);
        var draft = await bench.Look(RowKeys.Record(delete.Kind, delete.Id), partition);
        var revision = Revision(draft.Current);
        // Gone since this commit saw it: by its own hand, when the answer was lost; in any case as asked.
        if (draft.Current is null && delete.ExpectedRevision is { } seen && Revision(bench.First(draft)) == seen) return null;
        if (delete.ExpectedRevision is { } expected && revision != expected) return $"revision: {delete.Kind} {delete.Id} is at {revision}, not {expected}";
        if (draft.Current is null) return null;
        foreach (var key in Lookups(draft.Current)) Release(bench.At(key, partition), delete.Id);
        draft.Remove();
        if (delete.Kind == Kinds.Practice.Name && delete.Practice is null && delete.Id == bench.Practice)
            bench.At(RowKeys.Known(delete.Id), RowKeys.Practice(SharedRecords.Everybody)).Remove();
        return null;
    }

    /// <summary>Unless an earlier change of the set has given it to somebody else.</summary>
    static void Release(Draft copy, string id)
    {
        if (copy.Next is null || copy.Next.GetString(Columns.Id) == id) copy.Remove();
    }

    static void Write(TableEntity row, Change.Put put, long revision, string[]? lookups, string? body)
    {
        row[Columns.Id] = put.Id;
        row[Columns.Revision] = revision;
        if (lookups is { Length: > 0 }) row[Columns.Lookups] = JsonSerializer.Serialize(lookups);
        if (body is not null) BodyText.Write(row, body);
    }

    static long Revision(TableEntity? row) => row?.GetInt64(Columns.Revision) ?? 0;
    static string[] Lookups(TableEntity? row) => row?.GetString(Columns.Lookups) is { } keys ? JsonSerializer.Deserialize<string[]>(keys)! : [];
}
