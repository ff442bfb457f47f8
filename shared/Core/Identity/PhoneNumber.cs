using System.Globalization;
using System.Text;

namespace AesthetixWorkflows.Core.Identity;

/// <summary>The stored form of a phone number (E.164, <c>+12015550123</c>), so that a reply finds its contact.</summary>
public static class PhoneNumber
{
    const int ShortestInternational = 7, LongestInternational = 15;

    /// <summary>E.164, or null when the text is not one plausible number.</summary>
    /// <param name="text">As a person or a form wrote it: spaces, brackets, dots, dashes, "tel:", an extension.</param>
    /// <param name="defaultRegion">ISO 3166 region of numbers written as at home. A region that is not in
    /// <see cref="NumberingPlan"/> reads only numbers with "+".</param>
    public static string? Normalize(string? text, string defaultRegion = "US")
    {
        if (text is null || Digits(text) is not { } digits) return null;
        if (digits.StartsWith('+')) return International(digits[1..]);
        if (!NumberingPlan.ByRegion.TryGetValue(defaultRegion, out var home)) return null;
        if (digits.StartsWith(home.Abroad, StringComparison.Ordinal)) return International(digits[home.Abroad.Length..]);
        // "00" is understood everywhere as "+", even where the way to dial abroad is another.
        if (digits.StartsWith("00", StringComparison.Ordinal)) return International(digits[2..]);
        return AtHome(digits, home);
    }

    static string? AtHome(string digits, NumberingPlan home)
    {
        if (home.Trunk.Length > 0 && digits.StartsWith(home.Trunk, StringComparison.Ordinal) && home.Holds(digits[home.Trunk.Length..]))
            return $"+{home.Code}{digits[home.Trunk.Length..]}";
        // Without the trunk digit a national number is still plain where lengths are fixed (10 digits in the US).
        if (home.Holds(digits) && (home.Trunk.Length == 0 || home.Shortest == home.Longest || digits.Length == home.Longest))
            return $"+{home.Code}{digits}";
        // Spreadsheets drop the plus: 447911123456.
        return digits.StartsWith(home.Code, StringComparison.Ordinal) && home.Holds(digits[home.Code.Length..]) ? $"+{digits}" : null;
    }

    static string? International(string digits)
    {
        if (digits.Length is < ShortestInternational or > LongestInternational || digits[0] == '0') return null;
        if (NumberingPlan.Of(digits) is not { } plan) return $"+{digits}";
        var national = digits[plan.Code.Length..];
        // People write +44 (0)20 …; the zero is not part of the number.
        if (plan.Trunk == "0" && national.StartsWith('0')) national = national[1..];
        return plan.Holds(national) ? $"+{plan.Code}{national}" : null;
    }

    // Digits with at most a leading "+"; null when there is anything in it that a number does not have.
    static string? Digits(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in WithoutExtension(text))
        {
            if (c is '+' or '\uFF0B')
            {
                if (kept.Length > 0) return null;
                kept.Append('+');
            }
            else if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit) kept.Append((char)('0' + digit));
            else if (!IsSeparator(c)) return null;
        }
        return kept.Length > 0 ? kept.ToString() : null;
    }

    static ReadOnlySpan<char> WithoutExtension(string text)
    {
        var number = text.AsSpan().Trim();
        if (number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) number = number[4..];
        foreach (var mark in (ReadOnlySpan<string>)[";", "ext", "x", "#"])
            if (number.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is > 0 and var at) number = number[..at];
        return number;
    }

    static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || c is '-' or '.' or '(' or ')' or '/' or '\u2060' or '\u200E' or '\u202A' or '\u202C'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
