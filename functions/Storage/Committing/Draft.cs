using Azure;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>What a commit wants of one row. Whatever its changes do to the row is folded into one action, since a
/// transaction may name a row only once.</summary>
sealed class Draft(RowId id)
{
    TableEntity? _found;
    bool _adds, _merges;

    public RowId Id { get; } = id;
    /// <summary>Looked at, in the table or in memory; otherwise its state is assumed and the service is asked to refuse if that is wrong.</summary>
    public bool Known { get; private set; }
    /// <summary>What is to be written.</summary>
    public TableEntity? Next { get; private set; }
    public bool Gone { get; private set; }
    public bool Touched => Gone || Next is not null;
    /// <summary>Which changes of the set it comes from.</summary>
    public HashSet<int> Changes { get; } = [];

    /// <summary>As the row stands at this point of the change set; null when it isn't there or was never looked at.</summary>
    public TableEntity? Current => Gone ? null : Next ?? _found;
    /// <summary>As the table has it.</summary>
    public TableEntity? Found => _found;

    public void Learn(TableEntity? found) => (_found, Known) = (found, true);

    /// <summary>The row must not be there.</summary>
    public TableEntity Add()
    {
        // Removed by an earlier change of this set: then it is there, and gives way.
        _adds = !Gone;
        return Whole();
    }

    /// <summary>Whatever is there is replaced.</summary>
    public TableEntity Put() => Whole();

    /// <summary>Columns to be changed, or to be there if there was no row.</summary>
    public TableEntity Merge()
    {
        if (Next is not null) return Next;
        (_merges, Gone) = (true, false);
        return Next = new(Id.Partition, Id.Key);
    }

    public void Remove()
    {
        // What this set itself adds is simply not added.
        var unborn = _adds && Next is not null && !Known;
        (Next, Gone, _merges) = (null, !unborn, false);
    }

    /// <summary>Gone, whatever an earlier change assumed.</summary>
    public void RemoveAny() => (Next, Gone, _adds, _merges) = (null, true, false, false);

    public TableTransactionAction? Action(string set)
    {
        if (Gone)
        {
            if (Known && _found is null) return null;
            return new(TableTransactionActionType.Delete, new TableEntity(Id.Partition, Id.Key), Tag);
        }
        if (Next is null) return null;
        Next[Columns.Set] = set;
        return Known ? _found is null ? new(TableTransactionActionType.Add, Next)
                : new(_merges ? TableTransactionActionType.UpdateMerge : TableTransactionActionType.UpdateReplace, Next, Tag)
            : _adds ? new(TableTransactionActionType.Add, Next)
            : new(_merges ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace, Next);
    }

    /// <summary>What there will be: merged columns beside the old ones.</summary>
    public TableEntity? After()
    {
        if (!_merges || _found is null || Next is null) return Next;
        var after = new TableEntity(_found);
        foreach (var name in Next.Keys) after[name] = Next[name];
        return after;
    }

    ETag Tag => _found?.ETag ?? ETag.All;

    TableEntity Whole()
    {
        (Gone, _merges) = (false, false);
        return Next = new(Id.Partition, Id.Key);
    }
}
