using System.Diagnostics;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Notices when events come in faster than they can be both kept and routed. Keeping goes first (a sender waits for
/// its answer), so most lanes then stand back, but no event for longer than <see cref="Patience"/>.</summary>
sealed class Rush
{
    /// <summary>Per window: three thousand a second.</summary>
    const int Many = 300;
    static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    long _window;
    int _count;
    volatile bool _on;

    /// <summary>One more event was kept.</summary>
    public void Arrived()
    {
        var window = Stopwatch.GetTimestamp() / (long)(Window.TotalSeconds * Stopwatch.Frequency);
        var last = Interlocked.Exchange(ref _window, window);
        if (last != window) _on = Interlocked.Exchange(ref _count, 0) > Many && window - last == 1;
        Interlocked.Increment(ref _count);
    }

    /// <param name="arrived">When the event came: the stopwatch's timestamp.</param>
    public async ValueTask StandBack(long arrived, CancellationToken stop)
    {
        while (_on && Stopwatch.GetElapsedTime(arrived) < Patience && !Over()) await Task.Delay(Pause, stop);
    }

    /// <summary>Nothing has come for two windows, so nobody will switch it off.</summary>
    bool Over() => Stopwatch.GetTimestamp() / (long)(Window.TotalSeconds * Stopwatch.Frequency) - Interlocked.Read(ref _window) > 1;
}
