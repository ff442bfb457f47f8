namespace AesthetixWorkflows.Local.Runner;

/// <summary>Wakes one loop that sleeps. Given while it is awake, the next sleep ends at once; given often, it counts once.</summary>
sealed class Nudge : IDisposable
{
    readonly SemaphoreSlim _given = new(0, 1);

    public Task Wait(TimeSpan atMost, CancellationToken stop) => _given.WaitAsync(atMost, stop);

    public void Give()
    {
        if (_given.CurrentCount > 0) return;
        try
        {
            _given.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else nudged at the same moment; one is enough.
        }
    }

    public void Dispose() => _given.Dispose();
}
