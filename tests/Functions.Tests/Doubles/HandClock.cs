namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>A clock that stands until it is moved. Whoever waits by it waits no time at all.</summary>
sealed class HandClock : TimeProvider
{
    static readonly DateTimeOffset Start = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;
    // What is remembered for seconds is forgotten when the clock moves.
    public override long GetTimestamp() => (long)((_now - Start).TotalSeconds * TimestampFrequency) + 1;
    public void Advance(TimeSpan by) => _now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
