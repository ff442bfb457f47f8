using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>Enrollments that stand as they do for one reason. No store files them by it, so they are looked through.</summary>
static class OfReason
{
    /// <summary>A reason that is rare gives a short page and a cursor rather than reading for ever.</summary>
    const int MostScanned = 4000;

    /// <param name="reason">As it is stored, or what stands before its colon.</param>
    public static async Task<EnrollmentPage> List(IStore store, string practice, EnrollmentQuery query, string reason, CancellationToken ct)
    {
        var kept = new List<StoredEnrollment>();
        var (cursor, scanned) = (query.Cursor, 0);
        do
        {
            // No more than there is room for, so that a page never ends in the middle of a store's.
            var page = await store.ListEnrollments(practice, query with { Limit = query.Limit - kept.Count, Cursor = cursor }, ct);
            kept.AddRange(page.Items.Where(i => i.Enrollment.Reason is { } why && (why == reason || why.StartsWith(reason + ":", StringComparison.Ordinal))));
            (cursor, scanned) = (page.Next, scanned + page.Items.Count);
        } while (cursor is not null && kept.Count < query.Limit && scanned < MostScanned);
        return new(kept, cursor);
    }
}
