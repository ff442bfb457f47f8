using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Cuts a prompt into words and marks. Quoted texts stay whole, and a new line ends a sentence.</summary>
static partial class Tokenizing
{
    public static List<Word> Words(string prompt)
    {
        var words = new List<Word>();
        foreach (Match match in Token().Matches(prompt))
        {
            var (start, end, text) = (match.Index, match.Index + match.Length, match.Value);
            if (match.Groups["markup"].Success) continue;
            if (match.Groups["quote"].Success)
            {
                // What is said ends with the sentence it is said in: "… text them “Welcome!” Wait a day".
                words.Add(new(Word.Quote, start, end, text[1..^1].Trim()));
                if (text[^2] is '.' or '!' or '?') words.Add(new(Word.Comma, end, end));
            }
            else if (match.Groups["url"].Success) words.Add(new(Word.Address, start, end, text.TrimEnd('.', ',', ';', '!', '?', ')')));
            else if (match.Groups["bullet"].Success || match.Groups["stop"].Success) words.Add(new(Word.Full, start, end));
            else if (match.Groups["comma"].Success) words.Add(new(Word.Comma, start, end));
            else if (match.Groups["number"].Success) words.Add(new(text.Replace(",", "", StringComparison.Ordinal), start, end));
            else words.Add(new(text.ToLowerInvariant().Replace('’', '\''), start, end));
        }
        return Plain.Of(words);
    }

    [GeneratedRegex("""
        (?<quote>"[^"\n]{1,4000}"|“[^”]{1,4000}”|«[^»]{1,4000}»|(?:(?<=[\s:,])|^)'[^'\n]{2,4000}'(?=[\s.,;!?]|$)|‘[^’\n]{2,4000}’(?=[\s.,;!?]|$))
        |(?<markup><(?<kind>script|style)\b[^<]*</\k<kind>>|</?[a-zA-Z][^<>\n]{0,200}>)
        |(?<url>https?://[^\s"”]+)
        |(?<bullet>(?:^|\n)[ \t]*(?:\d{1,2}[.)]|[-*•–])[ \t]+)
        |(?<stop>[.!?;]+(?=\s|$)|\n+)
        |(?<comma>[,:()—→]|->|=>|[ ]-[ ])
        |(?<title>(?:[Dd]r|[Mm]rs?|[Mm]s)\.)
        |(?<time>\d{1,2}[:.]\d{2}(?!\d))
        |(?<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)
        |(?<word>[\p{L}_][\p{L}\p{N}_'’&/+-]*)
        |[$£€%#]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Token();
}
