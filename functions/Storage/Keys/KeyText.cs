using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Any text as a part of a key. Keys may not hold <c>/ \ # ?</c> or control characters and are 1 KiB at most.</summary>
/// <remarks>The alphabet, in its order: <c>$ - . 0-9 : A-Z ^ _ ` a-z {</c>. The signs among them (not - _ `) begin an escape and
/// stand where the characters they escape belong, so keys sort as the texts do. What separates parts (<c>!</c>) sorts before
/// the alphabet, what ends a descending part (<c>~</c>) after it.</remarks>
static class KeyText
{
    const string Alphabet = "$-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{";

    /// <summary>Four parts and what is between them fit into a key.</summary>
    public const int Longest = 120;

    /// <summary>What follows an escaped character is a digit, never this: so a hash is taken for no other text.</summary>
    const string Hashed = "{H";

    /// <summary>Sorts as the text does, unless it is so long that only its hash is kept.</summary>
    public static string Ascending(string text)
    {
        var key = new StringBuilder(text.Length + 8);
        foreach (var c in text) Append(key, c);
        return key.Length <= Longest ? key.ToString() : Hashed + Hash(text);
    }

    /// <summary>Sorts the other way round: each character is mirrored in the alphabet.</summary>
    public static string Descending(string text)
    {
        var key = new StringBuilder(Ascending(text));
        for (var i = 0; i < key.Length; i++) key[i] = Alphabet[^(Alphabet.IndexOf(key[i], StringComparison.Ordinal) + 1)];
        return key.Append('~').ToString();
    }

    public static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static void Append(StringBuilder key, char c)
    {
        switch (c)
        {
            case '-' or '_' or '`' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'): key.Append(c); break;
            case < '-': Escape(key, '$', c, "X2"); break;
            case < '0': Escape(key, '.', c, "X2"); break;
            case < 'A': Escape(key, ':', c, "X2"); break;
            case < 'a': Escape(key, '^', c, "X2"); break;
            default: Escape(key, '{', c, "X4"); break;
        }
    }

    static void Escape(StringBuilder key, char lead, char c, string digits) => key.Append(lead).Append(((int)c).ToString(digits, CultureInfo.InvariantCulture));
}
