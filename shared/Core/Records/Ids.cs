using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Core.Records;

/// <summary>Ids: prefix, underscore, ULID (48 bits of milliseconds, 80 bits of something else), Crockford base 32.</summary>
public static class Ids
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="entropy">At least 10 bytes.</param>
    public static string Make(string prefix, DateTimeOffset at, ReadOnlySpan<byte> entropy)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        entropy[..10].CopyTo(bytes[6..]);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Span<char> text = stackalloc char[26];
        for (var i = 25; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
        return string.Concat(prefix, "_", text);
    }

    /// <summary>The same id for the same seed: a repeated effect writes the same record again instead of a second one.</summary>
    public static string From(string prefix, DateTimeOffset at, string seed) =>
        Make(prefix, at, SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>The same id for the same seed, made at the moment of another one of our ids.</summary>
    public static string Beside(string prefix, string id, string seed) => From(prefix, MomentOf(id), seed);

    /// <summary>When one of our ids was made (to the millisecond); the beginning of time for a stranger's.</summary>
    public static DateTimeOffset MomentOf(string id)
    {
        var underscore = id.LastIndexOf('_');
        if (id.Length - underscore != 27) return DateTimeOffset.UnixEpoch;
        var value = 0L;
        foreach (var letter in id.AsSpan(underscore + 1, 10))
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0) return DateTimeOffset.UnixEpoch;
            value = (value << 5) | (long)digit;
        }
        return value <= 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(value) : DateTimeOffset.UnixEpoch;
    }
}
