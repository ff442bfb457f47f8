namespace AesthetixWorkflows.Runtime.Links;

/// <summary>The last part of <c>/u/{token}</c>: who unsubscribes, and of which message, so that nobody needs to sign in and
/// nobody can unsubscribe somebody else. It does not end: people unsubscribe from mail that is years old.</summary>
public sealed record UnsubscribeToken(string Practice, string ContactId, string MessageId)
{
    const string Purpose = "unsubscribe";

    public string Write(LinkKeys keys) => SealedClaim.Write(keys, Purpose, Practice, ContactId, MessageId);

    /// <returns>Null when the token was not made with one of these keys.</returns>
    public static UnsubscribeToken? Read(string token, LinkKeys keys) =>
        SealedClaim.Read(keys, Purpose, token, 3) is [var practice, var contact, var message] ? new(practice, contact, message) : null;
}
