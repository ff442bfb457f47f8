using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Access;

/// <summary>Records that tell the practice (keys, hooks): kept under the practice <c>*</c> with the id <c>{practice}.{id}</c>.</summary>
/// <remarks>They carry one more lookup than their kind says, <c>practice</c>, so that a practice's own can be listed. Every
/// write must go through here, or the record drops out of that list.</remarks>
public static class SharedRecords
{
    public const string Everybody = "*";
    const string ByPractice = "practice";

    public static string IdOf(string practice, string id) => $"{practice}.{id}";

    /// <summary>The practice and the short id of a stored id.</summary>
    public static (string Practice, string Id) Split(string storedId)
    {
        var dot = storedId.LastIndexOf('.');
        return (storedId[..dot], storedId[(dot + 1)..]);
    }

    public static ChangeSet PutShared<T>(this ChangeSet changes, Kind<T> kind, string id, T body, long? expectedRevision) where T : class =>
        changes.Add(new Change.Put(
            kind.Name, IdOf(changes.Practice, id), kind.Write(body), [.. kind.Lookups(body), new(ByPractice, changes.Practice)], expectedRevision, Everybody));

    public static ChangeSet DeleteShared<T>(this ChangeSet changes, Kind<T> kind, string id, long? expectedRevision) where T : class =>
        changes.Add(new Change.Delete(kind.Name, IdOf(changes.Practice, id), expectedRevision, Everybody));

    public static Task<Stored<T>?> FindShared<T>(this IRecords records, Kind<T> kind, string practice, string id, CancellationToken ct) where T : class =>
        records.Find(kind, Everybody, IdOf(practice, id), ct);

    public static Task<Page<T>> ListShared<T>(this IRecords records, Kind<T> kind, string practice, int limit, string? cursor, CancellationToken ct) where T : class =>
        records.List(kind, Everybody, new(limit, cursor, ByPractice, practice), ct);
}
