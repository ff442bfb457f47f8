namespace AesthetixWorkflows.Local;

/// <summary>Everything this host logs. Ids only: no names, numbers or texts of patients.</summary>
static partial class Logs
{
    [LoggerMessage(100, LogLevel.Warning, "The store is away while working on {Id}: {Why}. Nothing is lost; trying again.")]
    public static partial void StoreAway(ILogger log, string id, string why);

    [LoggerMessage(101, LogLevel.Error, "The enrollment {Id} met a bug and is tried again in a minute.")]
    public static partial void TurnFailed(ILogger log, string id, Exception bug);

    [LoggerMessage(102, LogLevel.Error, "The event {Id} could not be routed.")]
    public static partial void RouteFailed(ILogger log, string id, Exception bug);

    [LoggerMessage(103, LogLevel.Error, "The schedules met a bug and are looked at again in a minute.")]
    public static partial void ScheduleFailed(ILogger log, Exception bug);

    [LoggerMessage(104, LogLevel.Error, "A bulk job met a bug; the jobs are looked at again in a minute.")]
    public static partial void JobFailed(ILogger log, Exception bug);

    [LoggerMessage(105, LogLevel.Error, "The demonstration's past met a bug; what it began goes on today.")]
    public static partial void PastFailed(ILogger log, Exception bug);

    [LoggerMessage(106, LogLevel.Warning, "Others were in the way of the event {Id} again and again. Nothing is lost; trying again.")]
    public static partial void RouteInTheWay(ILogger log, string id);
}
