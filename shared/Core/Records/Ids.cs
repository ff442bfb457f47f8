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
        return OfBytes(prefix, bytes);
    }

    /// <summary>The 16 bytes of one of our ids, into <paramref name="bytes"/>; false for a stranger's.</summary>
    public static bool TryBytes(string id, Span<byte> bytes)
    {
        var underscore = id.LastIndexOf('_');
        if (id.Length - underscore != 27) return false;
        UInt128 value = 0;
        foreach (var letter in id.AsSpan(underscore + 1))
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            // 26 letters hold two bits more than an id has.
            if (digit < 0 || value >> 123 != 0) return false;
            value = (value << 5) | (uint)digit;
        }
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return true;
    }

    /// <summary>The id with these 16 bytes.</summary>
    public static string OfBytes(string prefix, ReadOnlySpan<byte> bytes) => Text(prefix, BinaryPrimitives.ReadUInt128BigEndian(bytes));

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

    static string Text(string prefix, UInt128 value)
    {
        Span<char> text = stackalloc char[26];
        for (var i = 25; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
        return string.Concat(prefix, "_", text);
    }
}
