namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Marks that stand only until something is done: what is old among them was forgotten.</summary>
static class LeftoverReads
{
    public static async Task<Leftovers> Find(Table table, string practice, DateTimeOffset before, int limit, CancellationToken ct)
    {
        var partition = RowKeys.Practice(practice);
        KeyRange Old(string marks) => new KeyRange(partition, marks).Before(Columns.At, before);
        var (events, starts, inputs) = (
            table.List(Old(RowKeys.Unrouteds), limit, ct, [Columns.Id]),
            table.List(Old(RowKeys.Starts), limit, ct, [Columns.Id]),
            table.List(Old(RowKeys.Inboxes), limit, ct, [Columns.Id, Columns.Enrollment]));
        return new(
            [.. (await events).Select(row => row.GetString(Columns.Id)!)],
            [.. (await starts).Select(row => row.GetString(Columns.Id)!)],
            [.. (await inputs).Select(row => new LeftInput(row.GetString(Columns.Enrollment)!, row.GetString(Columns.Id)!))]);
    }
}
