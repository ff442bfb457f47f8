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

    [LoggerMessage(110, LogLevel.Warning, "The queue cannot be had now ({Fault}, {Reason})")]
    public static partial void QueueAway(ILogger log, string fault, string reason);

    [LoggerMessage(111, LogLevel.Error, "The message of the event {Event} failed, delivery {Delivery}")]
    public static partial void MessageFailed(ILogger log, string @event, int delivery, Exception fault);

    [LoggerMessage(112, LogLevel.Error, "Looking after {What} of {Practice} failed; it is looked at again in a minute")]
    public static partial void PracticeFailed(ILogger log, string what, string practice, Exception fault);

    [LoggerMessage(113, LogLevel.Warning, "The first practice could not be looked after; trying again")]
    public static partial void FirstPracticeLater(ILogger log, Exception fault);

    [LoggerMessage(114, LogLevel.Warning, "The owner's key was revoked and stays so; set another one in Owner:Key")]
    public static partial void OwnerKeyRevoked(ILogger log);

    [LoggerMessage(115, LogLevel.Error, "The event {Event} could not be routed without the queue; it is tried again in a minute")]
    public static partial void NotRouted(ILogger log, string @event, Exception fault);

    [LoggerMessage(116, LogLevel.Error, "{Left} of {Practice} cannot be read ({Fault}) and is not carried on; it is looked at again in a minute")]
    public static partial void NotRead(ILogger log, string left, string practice, string fault);
}
