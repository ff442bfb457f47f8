namespace AesthetixWorkflows.Functions.Storage;

/// <summary>How often the store has asked the service for something: what its bill and its speed depend on.</summary>
public sealed class StoreTraffic
{
    long _reads, _queries, _transactions, _operations;

    /// <summary>Single rows read.</summary>
    public long Reads => Interlocked.Read(ref _reads);
    /// <summary>Pages of ranges read.</summary>
    public long Queries => Interlocked.Read(ref _queries);
    public long Transactions => Interlocked.Read(ref _transactions);
    /// <summary>Rows written or deleted, in all transactions.</summary>
    public long Operations => Interlocked.Read(ref _operations);

    /// <summary>Everything that goes over the network and back.</summary>
    public long RoundTrips => Reads + Queries + Transactions;

    internal void Read() => Interlocked.Increment(ref _reads);
    internal void Query() => Interlocked.Increment(ref _queries);

    internal void Transaction(int operations)
    {
        Interlocked.Increment(ref _transactions);
        Interlocked.Add(ref _operations, operations);
    }
}
