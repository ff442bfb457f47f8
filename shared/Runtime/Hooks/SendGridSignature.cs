using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static AesthetixWorkflows.Runtime.Hooks.HookVerdict;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>SendGrid's proof: ECDSA over the moment and the body, checked with the public key that its settings page shows.</summary>
/// <remarks>Source: Twilio SendGrid "Getting started with the Event Webhook security features".</remarks>
static class SendGridSignature
{
    const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature", TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>SendGrid tries for a day to hand over what we could not take. A recording is of no use to anybody: every
    /// event in it has an id and counts once.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(25);

    public static HookVerdict Check(HookCall call, List<string> publicKeys, DateTimeOffset now)
    {
        if (call.Header(SignatureHeader) is not { } given || call.Header(TimestampHeader) is not { } stamp
            || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
            return new Wrong(HookCodes.ProofMissing, $"The call lacks {SignatureHeader} or {TimestampHeader}.");
        var signature = new byte[given.Length];
        if (!Convert.TryFromBase64String(given, signature, out var length)) return new Wrong(HookCodes.ProofWrong, $"{SignatureHeader} is not base64.");

        byte[] signed = [.. Encoding.UTF8.GetBytes(stamp), .. call.Body.Span];
        var verdicts = publicKeys.ConvertAll(key => IsBy(key, signed, signature.AsSpan(0, length)));
        if (verdicts.TrueForAll(v => v is null)) return new Wrong(HookCodes.SecretUnusable, "The key is not SendGrid's verification key (base64 of a public key).");
        if (!verdicts.Contains(true)) return new Wrong(HookCodes.ProofWrong, $"{SignatureHeader} is not by this key.");
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age > Oldest ? new Wrong(HookCodes.TooOld, "The call was signed more than a day ago.")
            : -age > HookVerification.Tolerance ? new Wrong(HookCodes.TooNew, "The call was signed more than 5 minutes ahead of our clock.")
            : Good;
    }

    // Null: the key itself cannot be read.
    static bool? IsBy(string publicKey, byte[] signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception unusable) when (unusable is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
