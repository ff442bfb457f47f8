using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Reads one tag: <c>{{name | filter | filter: "argument"}}</c>. Quotes may be curly, as word processors make them.</summary>
static class FieldTag
{
    const string OpeningQuotes = "\"'“‘";
    const string ClosingQuotes = "\"'”’";
    const int LongestJoint = 40;

    static readonly FrozenDictionary<string, TextFilterKind> filterKinds =
        Enum.GetValues<TextFilterKind>().ToFrozenDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static bool TryRead(string source, [NotNullWhen(true)] out TemplatePart.Field? field, [NotNullWhen(false)] out string? problem)
    {
        (field, problem) = (null, null);
        var pieces = Split(source[2..^2]);
        var name = pieces[0].Trim();
        if (!FieldName.IsValid(name) && !LoopNames.IsMark(name))
        {
            problem = name.Length == 0 ? "The merge field has no name." : $"'{name}' is not the name of a merge field.";
            return false;
        }
        var filters = ImmutableArray.CreateBuilder<TextFilter>();
        string? fallback = null;
        foreach (var piece in pieces.Skip(1))
        {
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            var word = (colon < 0 ? piece : piece[..colon]).Trim();
            var argument = colon < 0 ? null : Unquote(piece[(colon + 1)..]);
            if (colon >= 0 && argument is null)
                problem = $"What follows '{word}:' must be in quotes.";
            else if (word == "default")
                problem = (fallback = argument) is null ? "The default needs a text: default: \"there\"." : null;
            else if (!filterKinds.TryGetValue(word, out var kind))
                problem = $"There is no filter named '{word}'.";
            else
                problem = Add(filters, kind, argument);
            if (problem is not null)
                return false;
        }
        field = new(name, filters.ToImmutable(), fallback, source);
        return true;
    }

    static string? Add(ImmutableArray<TextFilter>.Builder filters, TextFilterKind kind, string? format)
    {
        if (format is not null)
        {
            if (kind is not (TextFilterKind.Date or TextFilterKind.Time or TextFilterKind.List or TextFilterKind.Join))
                return $"The filter '{kind.ToString().ToLowerInvariant()}' takes nothing after it.";
            if (kind is TextFilterKind.List or TextFilterKind.Join)
            {
                if (format.Length > LongestJoint)
                    return $"What stands between the items of a list has at most {LongestJoint} characters.";
            }
            else if (!DateText.IsFormat(format, kind == TextFilterKind.Date))
                return $"'{format}' is not a format of a {kind.ToString().ToLowerInvariant()}.";
        }
        filters.Add(new(kind, format));
        return null;
    }

    /// <summary>Splits at bars outside quotes. A quote opens only right after a colon and closes only at the end of its piece,
    /// so that apostrophes inside and outside are just letters.</summary>
    static List<string> Split(string body)
    {
        var pieces = new List<string>();
        var (start, quote, afterColon) = (0, -1, false);
        for (var at = 0; at < body.Length; at++)
        {
            var letter = body[at];
            if (quote >= 0)
                quote = letter == ClosingQuotes[quote] && EndsPiece(body, at + 1) ? -1 : quote;
            else if (letter == '|')
            {
                pieces.Add(body[start..at]);
                (start, afterColon) = (at + 1, false);
            }
            else if (letter == ':')
                afterColon = true;
            else if (afterColon && !char.IsWhiteSpace(letter))
                (quote, afterColon) = (OpeningQuotes.IndexOf(letter, StringComparison.Ordinal), false);
        }
        pieces.Add(body[start..]);
        return pieces;
    }

    static bool EndsPiece(string body, int at) => body.AsSpan(at).TrimStart() is [] or ['|', ..];

    static string? Unquote(string text)
    {
        text = text.Trim();
        return text.Length >= 2 && OpeningQuotes.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var quote
            && text[^1] == ClosingQuotes[quote] ? text[1..^1] : null;
    }
}
