using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>A message only moves forward, in whatever order its reports come in, and however often.</summary>
static class MessageProgress
{
    /// <returns>The same message when the report tells nothing new.</returns>
    public static Message After(Message message, DeliveryReport report)
    {
        var said = StatusOf(report.Event);
        var moved = Rank(said) > Rank(message.Status) || message.Status is MessageStatus.Failed && said != message.Status && NeverHandedOver(message);
        var after = message with { ProviderId = message.ProviderId ?? report.ProviderId };
        return moved ? after with { Status = said, Code = said is MessageStatus.Failed ? report.Code : null } : after;
    }

    /// <summary>Whether a provider has ever said that it had this message.</summary>
    public static bool IsKnownToProvider(Message message) => message.ProviderId is not null;

    // Our own verdict on an attempt (turned away, unreachable): a report knows better.
    static bool NeverHandedOver(Message message) => message.ProviderId is null;

    static MessageStatus StatusOf(DeliveryEvent e) => e switch
    {
        DeliveryEvent.Sent => MessageStatus.Sent,
        DeliveryEvent.Bounced or DeliveryEvent.Dropped or DeliveryEvent.Failed => MessageStatus.Failed,
        // Who opens it, clicks or complains has it.
        _ => MessageStatus.Delivered,
    };

    // Failed comes last: a mail server may take a message and send it back a minute later.
    static int Rank(MessageStatus status) => status switch
    {
        MessageStatus.Sending => 0,
        MessageStatus.Unknown => 1,
        MessageStatus.Sent => 2,
        MessageStatus.Delivered => 3,
        _ => 4,
    };
}
