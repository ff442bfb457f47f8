using System.Globalization;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Listing;

/// <summary>Lists of records, all of a kind or those that a filter keeps.</summary>
static class Lists
{
    const int ScanPage = 200;
    /// <summary>A filter that keeps little gives a short page and a cursor rather than reading for ever.</summary>
    const int MostScanned = 4000;

    public static async Task<Listed<Stored<T>>> All<T>(this IRecords records, Kind<T> kind, string practice, Paging paging, CancellationToken ct, string? index = null, string? value = null)
        where T : class
    {
        var page = await records.List(kind, practice, new(paging.Count(), Cursor.Unwrap(paging.Cursor), index, value), ct);
        return new(page.Items, Cursor.Wrap(page.Next));
    }

    public static Task<Listed<Stored<T>>> Where<T>(
        this IRecords records, Kind<T> kind, string practice, Paging paging, Func<T, bool> keep, CancellationToken ct, string? index = null, string? value = null) where T : class =>
        Where((limit, cursor) => records.List(kind, practice, new(limit, cursor, index, value), ct), paging, keep);

    public static async Task<Listed<Stored<T>>> Where<T>(Func<int, string?, Task<Page<T>>> read, Paging paging, Func<T, bool> keep) where T : class
    {
        var limit = paging.Count();
        var (skip, at) = Place(Cursor.Unwrap(paging.Cursor));
        var kept = new List<Stored<T>>(limit);
        for (var scanned = 0; ; skip = 0)
        {
            var page = await read(ScanPage, at);
            for (var i = skip; i < page.Items.Count; i++)
            {
                if (kept.Count == limit) return new(kept, Cursor.Wrap(string.Create(CultureInfo.InvariantCulture, $"{i}:{at}")));
                if (keep(page.Items[i].Body)) kept.Add(page.Items[i]);
            }
            if (page.Next is null) return new(kept, null);
            at = page.Next;
            if ((scanned += page.Items.Count) >= MostScanned) return new(kept, Cursor.Wrap($"0:{at}"));
        }
    }

    // A place is how many of a page of the store were passed, and the page's own cursor.
    static (int Skip, string? At) Place(string? place)
    {
        if (place is null) return (0, null);
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        return int.TryParse(colon < 0 ? "" : place[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? (skip, colon + 1 == place.Length ? null : place[(colon + 1)..])
            : throw new Problems.RefusedException(new(Problems.Codes.CursorInvalid));
    }
}
