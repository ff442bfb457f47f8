using AesthetixWorkflows.Core.Enrollments;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>How many enrollments of a workflow stand in each status: counted, a thousand a request, and remembered for some
/// seconds, in which this process's own writes are added.</summary>
sealed class StatusCounts(Table table, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    readonly Lock _gate = new();
    readonly Dictionary<(string Partition, string Workflow), (DateTimeOffset Until, Dictionary<EnrollmentStatus, long> Counts)> _counted = [];

    public async Task<IReadOnlyDictionary<EnrollmentStatus, long>> Of(string practice, string workflowId, CancellationToken ct)
    {
        var key = (RowKeys.Practice(practice), workflowId);
        lock (_gate)
            if (_counted.TryGetValue(key, out var known) && known.Until > time.GetUtcNow()) return Positive(known.Counts);
        var rows = await table.List(new(key.Item1, RowKeys.OfWorkflow(workflowId)), int.MaxValue, ct, [Columns.Status]);
        var counts = rows.GroupBy(EnrollmentRow.Status).ToDictionary(g => g.Key, g => g.LongCount());
        lock (_gate)
        {
            foreach (var old in _counted.Where(c => c.Value.Until <= time.GetUtcNow()).ToList()) _counted.Remove(old.Key);
            _counted[key] = (time.GetUtcNow() + Fresh, counts);
            return Positive(counts);
        }
    }

    public void Moved(TableEntity? before, TableEntity after)
    {
        lock (_gate)
        {
            if (!_counted.TryGetValue((after.PartitionKey, after.GetString(Columns.Workflow)!), out var known)) return;
            if (before is not null) Add(known.Counts, EnrollmentRow.Status(before), -1);
            Add(known.Counts, EnrollmentRow.Status(after), 1);
        }
    }

    static void Add(Dictionary<EnrollmentStatus, long> counts, EnrollmentStatus status, int by) => counts[status] = counts.GetValueOrDefault(status) + by;

    static Dictionary<EnrollmentStatus, long> Positive(Dictionary<EnrollmentStatus, long> counts) => counts.Where(c => c.Value > 0).ToDictionary();
}
