using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions;

/// <summary>Everything the Azure host logs. Ids and codes; never names, numbers or the text of messages.</summary>
static partial class Logs
{
    [LoggerMessage(100, LogLevel.Warning, "The orchestration of {Enrollment} was not started now ({Fault}); Recover will")]
    public static partial void NotStarted(ILogger log, string enrollment, string fault);

    [LoggerMessage(101, LogLevel.Warning, "The orchestration of {Enrollment} was not woken now ({Fault}); Recover will")]
    public static partial void NotNudged(ILogger log, string enrollment, string fault);

    [LoggerMessage(102, LogLevel.Error, "The turn {Activity} of {Enrollment} failed")]
    public static partial void TurnFailed(ILogger log, string activity, string enrollment, Exception fault);
}
