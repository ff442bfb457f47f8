namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Pages by the last id seen: rows that are added meanwhile neither repeat nor hide one.</summary>
static class Paging
{
    public static int Limit(int asked) => Math.Clamp(asked, 1, 1000);

    /// <summary>One row more than the page was read; it tells whether there is a next page.</summary>
    public static IReadOnlyList<T> Cut<T>(List<T> items, int limit, Func<T, string> id, out string? next)
    {
        next = items.Count > limit ? id(items[limit - 1]) : null;
        if (items.Count > limit) items.RemoveRange(limit, items.Count - limit);
        return items;
    }
}
