namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Counts calls in a fixed window of one second.</summary>
public sealed class CallRate
{
    /// <summary>Far above what one sender does, far below what hurts the others.</summary>
    public const int MostPerSecond = 20_000;

    long _second;
    int _count;

    /// <summary>False when this call is one too many.</summary>
    public bool Admit(long nowMs)
    {
        var second = nowMs / 1000;
        // Two calls may both start the window; one count is lost then, which does no harm.
        if (Interlocked.Exchange(ref _second, second) != second) Volatile.Write(ref _count, 0);
        return Interlocked.Increment(ref _count) <= MostPerSecond;
    }
}
