using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>Enrollments by what no store files them by: the reason for which they stand as they do, several statuses at once.</summary>
static class LookedThrough
{
    /// <summary>What is rare gives a short page and a cursor rather than reading for ever.</summary>
    const int MostScanned = 4000;

    public static async Task<EnrollmentPage> List(IStore store, string practice, EnrollmentQuery query, Func<StoredEnrollment, bool> keep, CancellationToken ct)
    {
        var kept = new List<StoredEnrollment>();
        var (cursor, scanned) = (query.Cursor, 0);
        do
        {
            // No more than there is room for, so that a page never ends in the middle of a store's.
            var page = await store.ListEnrollments(practice, query with { Limit = query.Limit - kept.Count, Cursor = cursor }, ct);
            kept.AddRange(page.Items.Where(keep));
            (cursor, scanned) = (page.Next, scanned + page.Items.Count);
        } while (cursor is not null && kept.Count < query.Limit && scanned < MostScanned);
        return new(kept, cursor);
    }

    /// <param name="wanted">As it is stored, or what stands before its colon.</param>
    public static bool IsFor(string wanted, string? reason) => reason is not null && (reason == wanted || reason.StartsWith(wanted + ":", StringComparison.Ordinal));
}
