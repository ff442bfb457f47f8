using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Lays a change set out as rows, change after change.</summary>
sealed class Layout(ChangeSet set, Findings findings, LiveLike liveLike, Arrivals arrivals)
{
    /// <param name="written">Changes that an earlier part of this commit has written already.</param>
    /// <returns>The rows, or why the set is refused.</returns>
    public async Task<(Workbench Bench, string? Conflict)> Make(IReadOnlySet<int> written, DateTimeOffset now)
    {
        await LookAhead(written);
        var bench = new Workbench(set.Practice, findings, now);
        var enrollments = new EnrollmentChanges(bench, liveLike, set.Changes);
        var inputs = new InputChanges(bench, arrivals);
        for (var i = 0; i < set.Changes.Count; i++)
        {
            if (written.Contains(i)) continue;
            bench.Change = i;
            if (await Lay(bench, enrollments, inputs, set.Changes[i]) is { } conflict) return (bench, conflict);
        }
        enrollments.Finish();
        return (bench, null);
    }

    static async ValueTask<string?> Lay(Workbench bench, EnrollmentChanges enrollments, InputChanges inputs, Change change)
    {
        switch (change)
        {
            case Change.Put put: return await RecordChanges.Put(bench, put);
            case Change.Delete delete: return await RecordChanges.Delete(bench, delete);
            case Change.Enroll enroll: return await enrollments.Enroll(enroll);
            case Change.Save save: return await enrollments.Save(save);
            case Change.Log log: return await enrollments.Log(log);
            case Change.Send send: inputs.Send(send); return null;
            case Change.Taken taken: inputs.Taken(taken); enrollments.Took(taken); return null;
            case Change.Claim claim: return await LedgerChanges.Claim(bench, claim);
            case Change.Settle settle: LedgerChanges.Settle(bench, settle); return null;
            case Change.Accept accept: EventChanges.Accept(bench, accept.Event); return null;
            case Change.Routed routed: return await EventChanges.Routed(bench, routed);
            default: throw new InvalidOperationException($"Nobody writes {change.GetType().Name}.");
        }
    }

    /// <summary>What the changes will look at, all at once instead of one after the other.</summary>
    async Task LookAhead(IReadOnlySet<int> written)
    {
        var entered = set.Changes.OfType<Change.Enroll>().Select(c => c.Enrollment.Id).ToHashSet();
        var rows = set.Changes.Where((_, i) => !written.Contains(i)).Select(change => change switch
        {
            Change.Put { ExpectedRevision: not 0 } put => new RowId(RowKeys.Practice(put.Practice ?? set.Practice), RowKeys.Record(put.Kind, put.Id)),
            Change.Delete delete => new RowId(RowKeys.Practice(delete.Practice ?? set.Practice), RowKeys.Record(delete.Kind, delete.Id)),
            Change.Save save when !entered.Contains(save.Enrollment.Id) => Enrollment(save.Enrollment.Id),
            Change.Log log when !entered.Contains(log.EnrollmentId) => Enrollment(log.EnrollmentId),
            _ => (RowId?)null,
        }).OfType<RowId>().Distinct().ToList();
        if (rows.Count > 1) await Task.WhenAll(rows.Select(row => findings.Look(row).AsTask()));
    }

    RowId Enrollment(string id) => new(RowKeys.Practice(set.Practice), RowKeys.Enrollment(id));
}
