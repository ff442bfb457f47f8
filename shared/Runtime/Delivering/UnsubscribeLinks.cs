using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>Makes the link by which a contact leaves a mailing. Registered by the host that serves the page behind it; while
/// nobody does, marketing mail carries no such link rather than a dead one.</summary>
public sealed class UnsubscribeLinks(Uri publicUrl, byte[] key)
{
    /// <returns>Null for messages that nobody can unsubscribe from.</returns>
    public Uri? For(string practice, string messageId, Message message) => message is { Purpose: "marketing", ContactId: { } contact }
        ? new($"{publicUrl.AbsoluteUri.TrimEnd('/')}/u/{new UnsubscribeToken(practice, contact, messageId).Write(key)}")
        : null;
}
