using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>The event that a report becomes: <c>email.event</c> or <c>sms.failed</c>. Its data names the step that sent the
/// message, and holds ids and codes, and the link that was clicked.</summary>
/// <param name="Type">A stored trigger name.</param>
public sealed record DeliveryNews(string Type, JsonElement Data)
{
    /// <param name="arrivals">Whether a workflow of the practice wants to know that an email arrived; most do not.</param>
    /// <returns>Null for what is only progress (sent, delivered), and for messages to the team, which concern no contact.</returns>
    public static DeliveryNews? Of(DeliveryReport report, Stored<Message> message, bool arrivals = false)
    {
        if (message.Body.ContactId is null || report.Event is DeliveryEvent.Delivered && !(arrivals && message.Body.Channel == "email")) return null;
        if (report.Event is DeliveryEvent.Failed) return SmsFailed(message.Id, message.Body, report.Code, report.Stop);
        return Word(report.Event) is not { } word ? null : new("email.event", JsonSerializer.SerializeToElement(new
        {
            email = About(message.Id, message.Body, word, report.Code, report.Stop, report.Url),
        }));
    }

    public static DeliveryNews SmsFailed(string messageId, Message message, string? code, string? stop) => new("sms.failed", JsonSerializer.SerializeToElement(new
    {
        sms = About(messageId, message, "failed", code, stop),
    }));

    static object About(string id, Message message, string word, string? code, string? stop, string? url = null) => new
    {
        @event = word, channel = message.Channel, stepId = message.StepId, messageId = id, enrollmentId = message.EnrollmentId,
        workflowId = message.WorkflowId, code, stop, url,
    };

    static string? Word(DeliveryEvent e) => e switch
    {
        DeliveryEvent.Delivered => "delivered",
        DeliveryEvent.Opened => "opened",
        DeliveryEvent.Clicked => "clicked",
        DeliveryEvent.Bounced => "bounced",
        DeliveryEvent.Dropped => "failed",
        DeliveryEvent.Complained => "complained",
        DeliveryEvent.Unsubscribed => "unsubscribed",
        _ => null,
    };
}
