using System.Text;
using static AesthetixWorkflows.Runtime.Hooks.HookKind;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Checks an inbound call's proof over its raw bytes. Pure: the same call at the same moment is judged alike.</summary>
/// <remarks>Sources: Standard Webhooks spec; Stripe "Verify webhook signatures manually"; Twilio "Webhooks security";
/// Twilio SendGrid "Event Webhook security features"; Calendly "Webhook signatures"; Typeform "Secure your webhooks".</remarks>
public static class HookVerification
{
    /// <summary>How far the signer's clock may be from ours, either way; also the longest that a recording is of use.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="kind">How the hook's callers prove themselves.</param>
    /// <param name="secrets">The hook's secrets; any of them will do, so that one can be changed without losing a call.</param>
    /// <param name="call">The call.</param>
    /// <param name="now">Against recordings that are played again.</param>
    public static HookVerdict Check(HookKind kind, IReadOnlyList<string> secrets, HookCall call, DateTimeOffset now)
    {
        if (kind is None) return HookVerdict.Good;
        var set = secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).ToList();
        if (set.Count == 0) return new HookVerdict.Wrong(HookCodes.SecretMissing, "This hook has no secret to check the call with.");
        return kind switch
        {
            Token => Plain(BearerOrToken(call), set, "token"),
            Basic => Plain(UserAndPassword(call), set, "user name and password"),
            StandardWebhooks => TimedSignature.StandardWebhooks(set, call, now),
            Stripe => TimedSignature.Stamped(call.Header("Stripe-Signature"), "Stripe-Signature", set, call, now),
            Calendly => TimedSignature.Stamped(call.Header("Calendly-Webhook-Signature"), "Calendly-Webhook-Signature", set, call, now),
            Typeform => BodySignature.Check(call, "Typeform-Signature", set),
            HmacSha256(var header) => BodySignature.Check(call, header, set),
            Twilio => TwilioSignature.Check(call, set),
            SendGrid => SendGridSignature.Check(call, set, now),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    static HookVerdict Plain(string? given, List<string> secrets, string what)
    {
        if (given is null) return new HookVerdict.Wrong(HookCodes.ProofMissing, $"The call carries no {what}.");
        return secrets.Exists(secret => ConstantTime.Same(secret, given))
            ? HookVerdict.Good
            : new HookVerdict.Wrong(HookCodes.ProofWrong, $"The call's {what} is not this hook's.");
    }

    static string? BearerOrToken(HookCall call) =>
        After(call.Header("Authorization"), "Bearer ") ?? call.Header("X-Hook-Token")
        ?? call.Query.Where(pair => pair.Key == "token").Select(pair => pair.Value).FirstOrDefault();

    static string? UserAndPassword(HookCall call)
    {
        if (After(call.Header("Authorization"), "Basic ") is not { } text) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    static string? After(string? header, string scheme) =>
        header is not null && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
}
