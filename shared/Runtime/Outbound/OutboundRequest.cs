using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>One request to somebody else's system, as <c>webhook.send</c> and <c>http.request</c> make it.</summary>
/// <param name="Method">GET, HEAD, POST, PUT, PATCH or DELETE.</param>
/// <param name="Url">Absolute; http or https; no user name in it.</param>
/// <param name="IdempotencyId">The effect id: the same on every try, so that the receiver can drop repeats.
/// Sent as <c>webhook-id</c>, and as <c>Idempotency-Key</c> where the practice has set none itself.</param>
public sealed record OutboundRequest(string Method, Uri Url, string IdempotencyId)
{
    /// <summary>Headers the practice wants; a name may repeat. Secrets have been filled in already.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body's bytes; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body's media type; <c>application/json</c> when there is a body and this is null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Standard Webhooks secrets (<c>whsec_…</c>): none leaves the request unsigned, two while a key is changed.</summary>
    public ImmutableArray<string> SigningSecrets { get; init; } = [];

    public OutboundLimits Limits { get; init; } = OutboundLimits.Default;
}
