using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Hooks.Inbound;

/// <summary>What somebody wrote, without the message they answered.</summary>
/// <remarks>Only what mail programs commonly put between the two. When in doubt the text stays: too much is better read than
/// too little.</remarks>
static partial class QuotedText
{
    // Nobody answers at greater length, and no mail program writes longer lines of its own.
    const int Longest = 200_000, LongestLine = 500;

    public static string Without(string text)
    {
        var lines = (text.Length > Longest ? text[..Longest] : text).ReplaceLineEndings("\n").Split('\n');
        var lastOwn = Array.FindLastIndex(lines, line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('>'));
        var end = Enumerable.Range(0, lines.Length).FirstOrDefault(at => at > lastOwn || Begins(lines, at), lines.Length);
        while (end > 0 && (lines[end - 1].Trim().Length == 0 || lines[end - 1].StartsWith('>'))) end--;
        var own = string.Join('\n', lines[..end]).Trim();
        // An answer written below the quotation: nothing stands before it, so nothing is cut.
        return own.Length > 0 ? own : string.Join('\n', lines).Trim();
    }

    static bool Begins(string[] lines, int at)
    {
        var line = lines[at].Trim();
        if (line.Length is 0 or > LongestLine) return false;
        // "On … <ann@example.com> wrote:" may be folded over two lines.
        if (Wrote().IsMatch(line) || at + 1 < lines.Length && lines[at + 1].Length <= LongestLine && Wrote().IsMatch($"{line} {lines[at + 1].Trim()}")) return true;
        if (Divider().IsMatch(line)) return true;
        // Outlook repeats the head of the message: From:, then Sent: or Date:, in the reader's language.
        return HeadFrom().IsMatch(line) && lines.Skip(at + 1).Take(3).Any(next => next.Length <= LongestLine && HeadRest().IsMatch(next.Trim()));
    }

    [GeneratedRegex(@"^(On|Le|Am|El|Il|Em|Op|Den)\b.{5,200}\b(wrote|a écrit|schrieb.{0,80}|escribió|ha scritto|escreveu|schreef.{0,80}|skrev.{0,80})\s?:$", RegexOptions.None, Patterns.Patience)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^(-{2,}\s?(Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale)\s?-{2,}|_{20,})$", RegexOptions.IgnoreCase, Patterns.Patience)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^\*?(From|Von|De|Da|Van|Från|Fra)\s?:\*?\s.+", RegexOptions.None, Patterns.Patience)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(@"^\*?(Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Inviato|Data|Verzonden|Skickat|Sendt)\s?:\*?\s", RegexOptions.None, Patterns.Patience)]
    private static partial Regex HeadRest();
}
