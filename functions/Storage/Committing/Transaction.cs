using AesthetixWorkflows.Runtime.Ports;
using Azure;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>One transaction. The service's client sends it again when no answer came, so it may be refused by its own work;
/// every row carries the id of the commit that wrote it, and tells.</summary>
sealed class Transaction(Table table, Memory memory, StatusCounts counts, string set, IEnumerable<Draft> drafts)
{
    readonly List<(Draft Draft, TableTransactionAction Action)> _actions =
        [.. drafts.Select(d => (d, d.Action(set))).Where(a => a.Item2 is not null).Select(a => (a.d, a.Item2!))];

    /// <returns>False: refused, and the row that was not as expected has been looked at.</returns>
    public async Task<bool> Write(Findings findings)
    {
        if (_actions.Count == 0) return true;
        try
        {
            switch (await table.Submit([.. _actions.Select(a => a.Action)]))
            {
                case Submitted.Done done:
                    Remember(done.ETags);
                    return true;
                case Submitted.Refused refused:
                    Forget();
                    return await IsOurs(_actions[refused.At].Draft.Id, findings);
                default:
                    throw new InvalidOperationException("A transaction is done or refused.");
            }
        }
        catch (StoreUnavailableException)
        {
            Forget();
            throw;
        }
    }

    /// <summary>Whether the refusal is the echo of this very transaction. The refused row may be one that it deletes, or one
    /// that somebody else has written since; then a row that it alone adds is asked.</summary>
    async Task<bool> IsOurs(RowId refused, Findings findings)
    {
        if (IsOurs(await findings.Read(refused))) return true;
        var witness = _actions.Where(a => a.Action.ActionType == TableTransactionActionType.Add && a.Draft.Id != refused)
            .Concat(_actions.Where(a => a.Action.ActionType is not (TableTransactionActionType.Add or TableTransactionActionType.Delete) && a.Draft.Id != refused))
            .Select(a => (RowId?)a.Draft.Id).FirstOrDefault();
        return witness is { } other && IsOurs(await table.Find(other, CancellationToken.None));
    }

    bool IsOurs(TableEntity? row) => row?.GetString(Columns.Set) == set;

    void Remember(IReadOnlyList<ETag?> tags)
    {
        foreach (var ((draft, action), tag) in _actions.Zip(tags))
        {
            if (!Findings.AreRemembered(draft.Id.Key)) continue;
            if (action.ActionType == TableTransactionActionType.Delete || tag is null || draft.After() is not { } after) memory.Forget(draft.Id);
            else
            {
                after.ETag = tag.Value;
                memory.Remember(after);
                if (draft.Id.Key.StartsWith(RowKeys.Enrollments, StringComparison.Ordinal)) counts.Moved(draft.Found, after);
            }
        }
    }

    void Forget()
    {
        foreach (var (draft, _) in _actions) memory.Forget(draft.Id);
    }
}
