namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Numbers that grow: the time, and a little more where time stands still or goes back. Between processes the order
/// is as good as their clocks.</summary>
sealed class Arrivals(TimeProvider time)
{
    long _last;

    public long Next()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, time.GetUtcNow().UtcTicks);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
