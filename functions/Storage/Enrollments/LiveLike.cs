using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Looks for a live enrollment of the same workflow, contact and scope. The guard row keeps out two that both want
/// to be alone, at any speed; this finds those that never asked to be, which have no guard.</summary>
sealed class LiveLike(Table table, CancellationToken ct)
{
    readonly Dictionary<string, List<string>> _asked = [];

    public static bool Alike(Enrollment a, Enrollment b) => (a.WorkflowId, a.ContactId, a.ScopeKey) == (b.WorkflowId, b.ContactId, b.ScopeKey);

    /// <param name="isOver">Those that the set itself ends.</param>
    public async ValueTask<string?> Find(Enrollment e, Func<string, bool> isOver)
    {
        // Once a commit: whoever comes in between has not asked to be alone, and might as well have come after.
        if (!_asked.TryGetValue(e.Id, out var live))
        {
            var rows = await table.List(
                new KeyRange(RowKeys.Practice(e.Practice), RowKeys.OfContact(e.WorkflowId, e.ContactId))
                    .Where(Columns.Live, true).Where(Columns.Workflow, e.WorkflowId).Where(Columns.Scope, e.ScopeKey),
                int.MaxValue, ct, [Columns.Id]);
            _asked[e.Id] = live = [.. rows.Select(row => row.GetString(Columns.Id)!)];
        }
        return live.FirstOrDefault(id => id != e.Id && !isOver(id));
    }
}
