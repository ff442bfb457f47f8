namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Finds the event that a sender sent before under the same id, by one read of one row.</summary>
public interface IEarlierEvents
{
    /// <returns>Our id of it; null when there is none.</returns>
    Task<string?> Find(string practice, string source, string sourceId, CancellationToken ct = default);
}
