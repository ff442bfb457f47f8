using System.Buffers.Text;
using System.Text;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>A token that says what it is about, signed: for addresses that need not be short. It does not end by itself.</summary>
static class SealedClaim
{
    const int ProofLength = 16;

    public static string Write(LinkKeys keys, string purpose, params ReadOnlySpan<string> parts)
    {
        var claim = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        return $"{Base64Url.EncodeToString(claim)}.{Base64Url.EncodeToString(keys.Prove(purpose, claim, ProofLength))}";
    }

    /// <returns>Null when the token was not made with one of these keys, for this purpose, of so many parts.</returns>
    public static string[]? Read(LinkKeys keys, string purpose, string token, int parts)
    {
        var halves = token.Split('.');
        if (halves.Length != 2 || Decoded(halves[0]) is not { } claim || Decoded(halves[1]) is not { Length: ProofLength } proof) return null;
        if (!keys.Holds(purpose, claim, proof)) return null;
        var said = Encoding.UTF8.GetString(claim).Split('\n');
        return said.Length == parts ? said : null;
    }

    static byte[]? Decoded(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
