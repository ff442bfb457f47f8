using System.Net.Mail;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using SendGrid.Helpers.Mail;

namespace AesthetixWorkflows.Functions.Providers.SendGrid;

/// <summary>Writes a message as SendGrid wants it.</summary>
/// <param name="links">Null while nobody serves the page that an unsubscribe link leads to.</param>
public sealed class LetterForm(UnsubscribeLinks? links)
{
    /// <summary>Whether a letter carries a way to get no more of them.</summary>
    public bool LeadsOut => links is not null;

    /// <returns>Null when there is no address to send from.</returns>
    public SendGridMessage? Letter(string practice, string messageId, Message message)
    {
        if (Address(message.From) is not { } from) return null;
        return new SendGridMessage
        {
            From = from,
            ReplyTo = Address(message.ReplyTo),
            Subject = message.Subject,
            PlainTextContent = message.Text,
            HtmlContent = message.Html,
            // One each, so that nobody on the team reads the others' addresses.
            Personalizations = [.. Recipients(message.To).Select(to => new Personalization { Tos = [new EmailAddress(to)] })],
            // Ids only: SendGrid keeps both for ever, and its staff may see them.
            Categories = [.. new[] { message.Purpose, message.WorkflowId }.OfType<string>()],
            CustomArgs = Ids(practice, messageId, message),
            Headers = Headers(links?.For(practice, messageId, message)),
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
    static Dictionary<string, string>? Headers(Uri? unsubscribe) => unsubscribe is null ? null : new()
    {
        ["List-Unsubscribe"] = $"<{unsubscribe.AbsoluteUri}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    static IEnumerable<string> Recipients(string? to) =>
        (to ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase);

    static EmailAddress? Address(string? text) => MailAddress.TryCreate(text, out var mailbox)
        ? new EmailAddress(mailbox.Address, mailbox.DisplayName is { Length: > 0 } name ? name : null)
        : null;
}
