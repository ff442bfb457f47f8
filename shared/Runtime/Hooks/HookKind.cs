namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>How a hook's callers prove who they are.</summary>
public abstract record HookKind
{
    private HookKind() { }

    /// <summary>No proof: whoever knows the hook's address may call it.</summary>
    public sealed record None : HookKind;

    /// <summary>The secret itself, in <c>Authorization: Bearer</c>, <c>X-Hook-Token</c> or <c>?token=</c>.</summary>
    public sealed record Token : HookKind;

    /// <summary>HTTP Basic; the secret is <c>user:password</c>.</summary>
    public sealed record Basic : HookKind;

    public sealed record StandardWebhooks : HookKind;
    public sealed record Stripe : HookKind;

    /// <summary>The secret is the account's auth token.</summary>
    public sealed record Twilio : HookKind;

    /// <summary>The secret is the public key that SendGrid shows for its signed webhooks.</summary>
    public sealed record SendGrid : HookKind;

    public sealed record Calendly : HookKind;
    public sealed record Typeform : HookKind;

    /// <summary>HMAC-SHA256 of the body as hex or base64, with or without <c>sha256=</c>, in a header of the sender's choice.</summary>
    public sealed record HmacSha256(string HeaderName) : HookKind;

    public const string DefaultHmacHeader = "X-Signature";

    /// <summary>The kind by its stored name; null for a name that is not one.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="header">For <c>hmac-sha256</c>: the header that carries the signature.</param>
    public static HookKind? Parse(string name, string? header = null) => name switch
    {
        "none" => new None(),
        "token" => new Token(),
        "basic" => new Basic(),
        "standard-webhooks" => new StandardWebhooks(),
        "stripe" => new Stripe(),
        "twilio" => new Twilio(),
        "sendgrid" => new SendGrid(),
        "calendly" => new Calendly(),
        "typeform" => new Typeform(),
        "hmac-sha256" => new HmacSha256(string.IsNullOrWhiteSpace(header) ? DefaultHmacHeader : header.Trim()),
        _ => null,
    };
}
