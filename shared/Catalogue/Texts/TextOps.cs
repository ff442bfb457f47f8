using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Texts;

/// <summary>What can be done with a text.</summary>
static partial class TextOps
{
    static readonly TextInfo Words = CultureInfo.InvariantCulture.TextInfo;

    /// <returns>Null when there is nothing of what was looked for.</returns>
    public static string? Apply(string op, string text, string? find, string with) => op switch
    {
        "upper" => text.ToUpperInvariant(),
        "lower" => text.ToLowerInvariant(),
        // Words all in capitals would stay as they are.
        "title" => Words.ToTitleCase(text.ToLowerInvariant()),
        "capitalize" => Capitalized(text),
        "default" => string.IsNullOrWhiteSpace(text) ? with : text,
        "trim" => text.Trim(),
        "whitespace" => Spaces().Replace(text.Trim(), " "),
        "replace" => text.Contains(find!, StringComparison.Ordinal) ? text.Replace(find!, with, StringComparison.Ordinal) : text,
        "find" => text.IndexOf(find!, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text.Substring(at, find!.Length) : null,
        "wordCount" => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ToString(CultureInfo.InvariantCulture),
        "length" => new StringInfo(text).LengthInTextElements.ToString(CultureInfo.InvariantCulture),
        "removeHtml" => Html.ToText(text),
        "extractEmail" => First(Email(), text),
        "extractUrl" => First(Url(), text)?.TrimEnd('.', ',', ';', ':', '!', '?', ')'),
        _ => null,
    };

    public static IReadOnlyList<string> Split(string text, string at) => [.. text.Split(at).Select(part => part.Trim())];

    /// <summary>1 is the first, -1 the last; null when there are not that many.</summary>
    public static string? Part(IReadOnlyList<string> parts, int number) =>
        (number < 0 ? parts.Count + number : number - 1) is var place && place >= 0 && place < parts.Count ? parts[place] : null;

    static string Capitalized(string text) => text.Length == 0 ? text : text[..1].ToUpperInvariant() + text[1..];

    static string? First(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, Patterns.Patience)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\w.+'-]{1,64}@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Email();

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Url();
}
