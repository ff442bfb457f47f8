namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Stands still, so that only the host's own moves make time pass. A Monday morning; in New York it is nine.</summary>
sealed class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Monday = new(2026, 6, 1, 13, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Monday;
}
