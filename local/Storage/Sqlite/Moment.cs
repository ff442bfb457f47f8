namespace AesthetixWorkflows.Local.Storage;

/// <summary>Moments as they are stored: UTC ticks, so that what comes out is exactly what went in.</summary>
static class Moment
{
    public static long Of(DateTimeOffset at) => at.UtcTicks;
    public static long? Of(DateTimeOffset? at) => at?.UtcTicks;
    public static DateTimeOffset From(long ticks) => new(ticks, TimeSpan.Zero);
    public static DateTimeOffset? From(long? ticks) => ticks is { } known ? From(known) : null;
}
