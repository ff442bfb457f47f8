using AesthetixWorkflows.Runtime.Courtesies;

namespace AesthetixWorkflows.Runtime.Sweeping;

/// <summary>What each host does for a practice now and then: answers that a crash left unsent, messages that may go again,
/// copies whose time is over.</summary>
public sealed class PracticeSweep(CourtesySender courtesies, PausedSends paused, DeletedContactPurge deleted)
{
    /// <returns>When to come again before the usual time; null: no need.</returns>
    public async Task<DateTimeOffset?> CarryOn(string practice, CancellationToken ct = default)
    {
        await courtesies.CarryOn(practice, ct);
        await deleted.CarryOn(practice, ct);
        return await paused.Release(practice, ct);
    }
}
