using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>When to try again: the schedule of Standard Webhooks, about three days in ten tries.</summary>
/// <param name="Attempts">Most tries in all, the first one included.</param>
/// <remarks>Source: standard-webhooks spec, "Deliverability and reliability".</remarks>
public sealed record Backoff(int Attempts = 10)
{
    // Waits after the first try, the second, …; after the last one named, the same wait again.
    static readonly ImmutableArray<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    // Far enough apart that a thousand deliveries that failed together do not come back together.
    const double Spread = 0.2;

    /// <summary>How long to wait before the next try; null when there is none left.</summary>
    /// <param name="attempt">Tries made so far, from 1.</param>
    /// <param name="jitter">0 to 1, from whoever owns randomness: 0 waits 20 % less, 1 waits 20 % more.</param>
    /// <param name="retryAfter">What the other system asked for; never tried earlier than that.</param>
    public TimeSpan? Next(int attempt, double jitter, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        if (attempt >= Attempts) return null;
        var wait = Waits[Math.Min(attempt, Waits.Length) - 1] * (1 - Spread + 2 * Spread * Math.Clamp(jitter, 0, 1));
        return retryAfter > wait ? (retryAfter < RetryAfter.Longest ? retryAfter : RetryAfter.Longest) : wait;
    }
}
