using System.Net.Mail;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using SendGrid.Helpers.Mail;

namespace AesthetixWorkflows.Functions.Providers.SendGrid;

/// <summary>Writes a message as SendGrid wants it.</summary>
static class LetterForm
{
    /// <returns>Null when there is no address to send from.</returns>
    public static SendGridMessage? Letter(string practice, string messageId, Message message)
    {
        if (Address(message.From) is not { } from) return null;
        return new SendGridMessage
        {
            From = from,
            ReplyTo = Address(message.ReplyTo),
            Subject = message.Subject,
            PlainTextContent = message.Text,
            HtmlContent = message.Html,
            Personalizations = Recipients(message),
            TrackingSettings = Tracking(message),
            // Ids only: SendGrid keeps both for ever, and its staff may see them.
            Categories = [.. new[] { message.Purpose, message.WorkflowId }.OfType<string>()],
            CustomArgs = Ids(practice, messageId, message),
            Headers = Headers(message.Unsubscribe),
        };
    }

    static Dictionary<string, string> Ids(string practice, string messageId, Message message)
    {
        var ids = new Dictionary<string, string> { [SendGridEvents.PracticeArg] = practice, [SendGridEvents.MessageArg] = messageId };
        if (message.EffectId is { } effect) ids[SendGridEvents.EffectArg] = effect;
        if (message.EnrollmentId is { } enrollment) ids[SendGridEvents.EnrollmentArg] = enrollment;
        return ids;
    }

    // RFC 8058: the mailbox shows a button that unsubscribes with one click.
    static Dictionary<string, string>? Headers(string? unsubscribe) => unsubscribe is null ? null : new()
    {
        ["List-Unsubscribe"] = $"<{unsubscribe}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    /// <summary>One each, so that nobody on the team reads the others' addresses; copies go with the first, or everybody's
    /// would come to them. SendGrid refuses an address that is there twice.</summary>
    static List<Personalization> Recipients(Message message)
    {
        var to = (message.To ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var cc = Copies(message.Cc, to);
        var bcc = Copies(message.Bcc, [.. to, .. cc ?? []]);
        return [.. to.Select((address, at) => new Personalization { Tos = [new EmailAddress(address)], Ccs = at == 0 ? Addresses(cc) : null, Bccs = at == 0 ? Addresses(bcc) : null })];
    }

    static List<string>? Copies(IEnumerable<string>? wanted, IReadOnlyList<string> already) =>
        wanted?.Except(already, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } copies ? copies : null;

    static List<EmailAddress>? Addresses(List<string>? addresses) => addresses?.ConvertAll(address => new EmailAddress(address));

    /// <summary>Links that we follow ourselves are not wrapped a second time.</summary>
    static TrackingSettings? Tracking(Message message) => message.TrackClicks is not { } wanted ? null
        : new TrackingSettings { ClickTracking = new ClickTracking { Enable = wanted && message.Links is null, EnableText = wanted && message.Links is null } };

    static EmailAddress? Address(string? text) => MailAddress.TryCreate(text, out var mailbox)
        ? new EmailAddress(mailbox.Address, mailbox.DisplayName is { Length: > 0 } name ? name : null)
        : null;
}
