namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Moments as UTC ticks: exact, and compared by the service.</summary>
static class Moment
{
    public static long Of(DateTimeOffset moment) => moment.UtcTicks;
    public static DateTimeOffset From(long ticks) => new(ticks, TimeSpan.Zero);
}
