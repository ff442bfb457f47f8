namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>A clock that stands still until it is moved.</summary>
sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Things.Noon;
    public override DateTimeOffset GetUtcNow() => Now;
}
