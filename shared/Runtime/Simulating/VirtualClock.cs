namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>A clock that stands still until it is moved.</summary>
sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Time never goes back.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        if (at > Now) Now = at.ToUniversalTime();
    }
}
