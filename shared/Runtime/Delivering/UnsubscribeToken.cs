using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>The last part of <c>/u/{token}</c>: who unsubscribes, and of which message, so that nobody needs to sign in and
/// nobody can unsubscribe somebody else. It does not end: people unsubscribe from mail that is years old.</summary>
public sealed record UnsubscribeToken(string Practice, string ContactId, string MessageId)
{
    const int ProofLength = 16;

    public string Write(ReadOnlySpan<byte> key)
    {
        var claim = Encoding.UTF8.GetBytes($"{Practice}\n{ContactId}\n{MessageId}");
        return $"{Base64Url.EncodeToString(claim)}.{Base64Url.EncodeToString(Proof(key, claim))}";
    }

    /// <returns>Null when the token was not made with this key.</returns>
    public static UnsubscribeToken? Read(string token, ReadOnlySpan<byte> key)
    {
        var parts = token.Split('.');
        if (parts.Length != 2 || Decoded(parts[0]) is not { } claim || Decoded(parts[1]) is not { } proof) return null;
        if (!CryptographicOperations.FixedTimeEquals(Proof(key, claim), proof)) return null;
        return Encoding.UTF8.GetString(claim).Split('\n') is [var practice, var contact, var message] ? new(practice, contact, message) : null;
    }

    // The name keeps a signature made with the same key for something else from being a token.
    static byte[] Proof(ReadOnlySpan<byte> key, byte[] claim) => HMACSHA256.HashData(key, [.. "unsubscribe\n"u8, .. claim])[..ProofLength];

    static byte[]? Decoded(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
