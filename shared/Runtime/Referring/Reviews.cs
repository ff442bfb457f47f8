using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>The workflows of a practice that are marked for review: few, so they are read at once.</summary>
public static class Reviews
{
    public static async Task<IReadOnlyList<Stored<WorkflowReview>>> All(IRecords records, string practice, CancellationToken ct = default)
    {
        var all = new List<Stored<WorkflowReview>>();
        string? cursor = null;
        do
        {
            var page = await records.List(Kinds.Review, practice, new Listing(200, cursor), ct);
            all.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor is not null);
        return all;
    }
}
