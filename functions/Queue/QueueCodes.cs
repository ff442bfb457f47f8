namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Why a message is a dead letter.</summary>
public static class QueueCodes
{
    /// <summary>It is no CloudEvent 1.0, or one with flaws.</summary>
    public const string NotACloudEvent = "cloudevent.invalid";
    public const string TooLarge = "event.tooLarge";
    public const string PracticeUnknown = "practice.unknown";
    /// <summary>A notice about an event that the store does not have.</summary>
    public const string EventUnknown = "event.unknown";
    /// <summary>The event is kept, and routing it failed again and again; its result says <c>failed</c>.</summary>
    public const string RouteFailed = "route.failed";
    /// <summary>Worker after worker ended while it had the message; the event's result says <c>failed</c>.</summary>
    public const string WorkersEnded = "workers.ended";
    /// <summary>The store was away for more than a day.</summary>
    public const string StoreUnavailable = "store.unavailable";
}
