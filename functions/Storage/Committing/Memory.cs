using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Rows as they were last seen here, without their bodies: revision and ETag, so that a save after a read needs no
/// second read. A row that somebody else has changed since is refused by the service, and read again.</summary>
sealed class Memory
{
    // Two generations: when the young one is full it becomes the old one, and what is still used moves over.
    const int Generation = 5_000;

    readonly Lock _gate = new();
    Dictionary<RowId, TableEntity> _young = [];
    Dictionary<RowId, TableEntity> _old = [];

    public TableEntity? Find(RowId id)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(id, out var row)) return row;
            if (_old.Remove(id, out row)) Keep(id, row);
            return row;
        }
    }

    public void Remember(TableEntity row)
    {
        var light = BodyText.Without(row);
        lock (_gate) Keep(new(row.PartitionKey, row.RowKey), light);
    }

    public void Forget(RowId id)
    {
        lock (_gate)
        {
            _young.Remove(id);
            _old.Remove(id);
        }
    }

    void Keep(RowId id, TableEntity row)
    {
        if (_young.Count >= Generation) (_old, _young) = (_young, []);
        _young[id] = row;
    }
}
