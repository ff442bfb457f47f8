namespace AesthetixWorkflows.Core.Machine;

/// <summary>How long to leave between attempts of an action.</summary>
public static class Retries
{
    static readonly TimeSpan[] Schedule =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
    ];

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="seed">Spreads the retries of an outage by up to a fifth; the effect's id, so that replay gives the same.</param>
    public static TimeSpan Delay(int attempt, string seed)
    {
        var basis = Schedule[Math.Clamp(attempt - 1, 0, Schedule.Length - 1)];
        return basis + basis * 0.2 * StableHash.Share(seed + attempt);
    }
}
