namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>The real clock, put forward.</summary>
sealed class ManualClock : TimeProvider
{
    long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
