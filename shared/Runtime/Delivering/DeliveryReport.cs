namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>What a provider says became of a message of ours. Ids and codes only.</summary>
/// <param name="Source">Who says it: <c>sendgrid</c>, <c>twilio</c>.</param>
/// <param name="EventId">The provider's id of this news; the same news twice counts once.</param>
/// <param name="ProviderId">The provider's id of the message.</param>
/// <param name="Code">Why it failed, as a stored code: <c>twilio.30005</c>, <c>sendgrid.bounced</c>.</param>
/// <param name="Stop">Set when the contact must not be written to on this channel any more: the reason of the do-not-disturb.</param>
/// <param name="Url">The link that was clicked.</param>
public sealed record DeliveryReport(
    string Practice, string MessageId, DeliveryEvent Event, string Source, string EventId, DateTimeOffset At,
    string? ProviderId = null, string? Code = null, string? Stop = null, string? Url = null);

/// <summary>What can become of a message once a provider has it.</summary>
public enum DeliveryEvent
{
    /// <summary>The provider has it and is working on it.</summary>
    Sent,
    Delivered,
    Opened,
    Clicked,
    /// <summary>The mailbox turned it away.</summary>
    Bounced,
    /// <summary>The provider itself held it back, because of what it knows of the address.</summary>
    Dropped,
    /// <summary>Marked as spam.</summary>
    Complained,
    Unsubscribed,
    /// <summary>A text that did not arrive.</summary>
    Failed,
}

/// <summary>How many reports were taken in, and how many were about nothing that we know.</summary>
public sealed record ReportsTaken(int Taken, int Ignored);
