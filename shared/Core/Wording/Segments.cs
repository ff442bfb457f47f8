using System.Buffers;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>How a text message is cut up and billed.</summary>
/// <param name="Segments">Messages billed; 0 for an empty text.</param>
/// <param name="IsUnicode">True as soon as one character is not in the GSM alphabet: 70 fit instead of 160.</param>
/// <param name="Length">Characters as the network counts them: <c>€</c> and brackets count 2, most emoji 2.</param>
/// <param name="Left">What still fits into the last segment.</param>
public readonly record struct SmsLength(int Segments, bool IsUnicode, int Length, int Left);

/// <summary>Counts segments of a text message: GSM-7 160, or 153 each when there are more; UCS-2 70, or 67.</summary>
public static class Segments
{
    static readonly SearchValues<char> basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    static readonly SearchValues<char> extended = SearchValues.Create("\f^{}\\[~]|€");

    public static int Count(string text) => Measure(text).Segments;

    public static SmsLength Measure(string text)
    {
        var unicode = text.AsSpan().ContainsAnyExcept(basic) && text.Any(letter => !basic.Contains(letter) && !extended.Contains(letter));
        var (single, each) = unicode ? (70, 67) : (160, 153);
        var length = 0;
        for (var at = 0; at < text.Length; at += Unit(text, at, unicode).Chars)
            length += Unit(text, at, unicode).Size;
        if (length <= single)
            return new(length == 0 ? 0 : 1, unicode, length, single - length);

        // What counts two is never cut in half, so a segment may end one short.
        var (segments, used) = (1, 0);
        for (var at = 0; at < text.Length; at += Unit(text, at, unicode).Chars)
        {
            var size = Unit(text, at, unicode).Size;
            if (used + size > each)
                (segments, used) = (segments + 1, 0);
            used += size;
        }
        return new(segments, unicode, length, each - used);
    }

    static (int Chars, int Size) Unit(string text, int at, bool unicode)
    {
        if (!unicode)
            return (1, extended.Contains(text[at]) ? 2 : 1);
        return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? (2, 2) : (1, 1);
    }
}
