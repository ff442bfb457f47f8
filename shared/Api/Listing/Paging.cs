using System.Globalization;
using AesthetixWorkflows.Api.Problems;
using Microsoft.AspNetCore.Mvc;

namespace AesthetixWorkflows.Api.Listing;

/// <summary>Which part of a list is asked for.</summary>
public sealed record Paging([FromQuery(Name = "limit")] string? Limit, [FromQuery(Name = "cursor")] string? Cursor)
{
    const int Most = 200, Usual = 50;

    public int Count() =>
        Limit is null ? Usual
        : int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Most ? count
        : throw new RefusedException(Refusal.Query("limit", $"a whole number from 1 to {Most}."));
}

/// <summary>One part of a list, and how to ask for the next; null when this was the last.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);
