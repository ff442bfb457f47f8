using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>The event that a report becomes: <c>email.event</c> or <c>sms.failed</c>. Its data names the step that sent the
/// message, and holds ids and codes only.</summary>
/// <param name="Type">A stored trigger name.</param>
public sealed record DeliveryNews(string Type, JsonElement Data)
{
    /// <returns>Null for what is only progress (sent, delivered), and for messages to the team, which concern no contact.</returns>
    public static DeliveryNews? Of(DeliveryReport report, Stored<Message> message)
    {
        if (message.Body.ContactId is null) return null;
        if (report.Event is DeliveryEvent.Failed) return SmsFailed(message.Id, message.Body, report.Code, report.Stop);
        return Word(report.Event) is not { } word ? null : new("email.event", JsonSerializer.SerializeToElement(new
        {
            email = About(message.Id, message.Body, word, report.Code, report.Stop),
        }));
    }

    public static DeliveryNews SmsFailed(string messageId, Message message, string? code, string? stop) => new("sms.failed", JsonSerializer.SerializeToElement(new
    {
        message = About(messageId, message, "failed", code, stop),
    }));

    static object About(string id, Message message, string word, string? code, string? stop) => new
    {
        @event = word, channel = message.Channel, stepId = message.StepId, messageId = id, enrollmentId = message.EnrollmentId,
        workflowId = message.WorkflowId, code, stop,
    };

    static string? Word(DeliveryEvent e) => e switch
    {
        DeliveryEvent.Opened => "opened",
        DeliveryEvent.Clicked => "clicked",
        DeliveryEvent.Bounced => "bounced",
        DeliveryEvent.Dropped => "dropped",
        DeliveryEvent.Complained => "complained",
        DeliveryEvent.Unsubscribed => "unsubscribed",
        _ => null,
    };
}
