using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Signatures of the Standard Webhooks specification: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
/// <remarks>Source: standard-webhooks/standard-webhooks, spec/standard-webhooks.md.</remarks>
public static class StandardWebhooks
{
    public const string IdHeader = "webhook-id", TimestampHeader = "webhook-timestamp", SignatureHeader = "webhook-signature";

    const string Prefix = "whsec_", Scheme = "v1,";

    /// <summary>A fresh secret of 32 random bytes; the specification wants 24 to 64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The secret's bytes; null when it is not base64, with or without <c>whsec_</c> before it.</summary>
    public static byte[]? Key(string secret)
    {
        var text = secret.AsSpan().Trim();
        if (text.StartsWith(Prefix, StringComparison.Ordinal)) text = text[Prefix.Length..];
        var key = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, key, out var length) && length > 0 ? key[..length] : null;
    }

    /// <summary>One signature, as it stands in the header: <c>v1,</c> and base64.</summary>
    public static string Sign(ReadOnlySpan<byte> key, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        var length = head.Length + body.Length;
        var signed = ArrayPool<byte>.Shared.Rent(length);
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        var signature = Scheme + Convert.ToBase64String(HMACSHA256.HashData(key, signed.AsSpan(0, length)));
        // Bodies hold what patients wrote; they do not stay behind in a shared buffer.
        ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        return signature;
    }

    /// <summary>The whole header: a signature per secret, so that receivers may change secrets at leisure.
    /// Null when a secret is unusable.</summary>
    public static string? Header(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var signatures = new List<string>();
        foreach (var secret in secrets)
        {
            if (Key(secret) is not { } key) return null;
            signatures.Add(Sign(key, id, at, body));
        }
        return string.Join(' ', signatures);
    }
}
