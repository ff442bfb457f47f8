namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>The clock of the played past: stands still until it is moved, and never goes back.</summary>
sealed class PastClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset at) => _now = at > _now ? at : _now;
}
