using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>The keys that the tokens in public addresses are signed with: the first signs, every one of them is accepted, so
/// that a new key may be put before the old one and mail of years ago keeps working.</summary>
public sealed class LinkKeys
{
    /// <summary>What is shorter can be guessed.</summary>
    public const int ShortestKey = 24;

    readonly ImmutableArray<byte[]> _keys;

    LinkKeys(ImmutableArray<byte[]> keys) => _keys = keys;

    /// <param name="text">One key or several, parted by spaces or lines, the newest first.</param>
    /// <returns>Null when there is none, or one that is too short.</returns>
    public static LinkKeys? Parse(string text)
    {
        var words = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || words.Any(word => word.Length < ShortestKey) ? null : new([.. words.Select(word => SHA256.HashData(Encoding.UTF8.GetBytes(word)))]);
    }

    /// <param name="purpose">Keeps a proof that was made for one thing from being one of another.</param>
    public byte[] Prove(string purpose, ReadOnlySpan<byte> claim, int length) => Proof(_keys[0], purpose, claim)[..length];

    public bool Holds(string purpose, ReadOnlySpan<byte> claim, ReadOnlySpan<byte> proof)
    {
        foreach (var key in _keys)
            if (CryptographicOperations.FixedTimeEquals(Proof(key, purpose, claim).AsSpan(0, proof.Length), proof)) return true;
        return false;
    }

    static byte[] Proof(byte[] key, string purpose, ReadOnlySpan<byte> claim) => HMACSHA256.HashData((ReadOnlySpan<byte>)key, [.. Encoding.UTF8.GetBytes(purpose), (byte)'\n', .. claim]);
}
