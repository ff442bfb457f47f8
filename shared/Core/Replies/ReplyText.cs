using System.Globalization;
using System.Text;

namespace AesthetixWorkflows.Core.Replies;

/// <summary>A short message as words: lower case, without punctuation and apostrophes, every emoji a word of its own and
/// without the colour of its skin.</summary>
static class ReplyText
{
    public static List<string> Words(string? text)
    {
        var spaced = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            // Variation selectors, joiners, skin tones and the box around a keycap change the look and not the word.
            if (rune.Value is 0xFE0E or 0xFE0F or 0x200D or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or '\'' or '’' or '‘' or '`' or '´') continue;
            if (Rune.IsLetterOrDigit(rune)) spaced.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol) spaced.Append(' ').Append(rune).Append(' ');
            else spaced.Append(' ');
        }
        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>"yesss" is "yes", "okk" is "ok": letters that were held down.</summary>
    public static string Calm(string word)
    {
        var calm = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
            if (at < 2 || word[at] != word[at - 1] || word[at] != word[at - 2]) calm.Append(word[at]);
        return calm.Length > 2 && calm[^1] == calm[^2] ? calm.ToString(0, calm.Length - 1) : calm.ToString();
    }

    /// <summary>Whether one slip of a finger lies between the two: a letter too many, too few, another one, or two swapped.</summary>
    public static bool IsOneSlip(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1) return false;
        var (start, ends) = (0, 0);
        while (start < typed.Length && start < meant.Length && typed[start] == meant[start]) start++;
        while (ends < typed.Length - start && ends < meant.Length - start && typed[^(ends + 1)] == meant[^(ends + 1)]) ends++;
        var (left, right) = (typed[start..^ends], meant[start..^ends]);
        return left.Length <= 1 && right.Length <= 1 || left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0];
    }
}
