namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>A clock that stands until it is moved. Whoever waits by it waits no time at all.</summary>
/// <param name="onThisThread">Not even the moment that a timer takes to ring on a thread of its own.</param>
sealed class HandClock(bool onThisThread = false) : TimeProvider
{
    static readonly DateTimeOffset Start = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;
    // What is remembered for seconds is forgotten when the clock moves.
    public override long GetTimestamp() => (long)((_now - Start).TotalSeconds * TimestampFrequency) + 1;
    public void Advance(TimeSpan by) => _now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!onThisThread || dueTime == Timeout.InfiniteTimeSpan) return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        callback(state);
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }
}
