using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Replies;

namespace AesthetixWorkflows.Core.Consent;

/// <summary>Words that end or restart texting when they are the whole message, and sentences that mean the same. Union of the
/// carriers' and vendors' lists (Twilio, AWS, FCC rule of April 2025); case, punctuation and spaces are folded.</summary>
public static partial class OptOutWords
{
    static readonly FrozenSet<string> Stops = new[]
    {
        "stop", "stopall", "stop all", "unsubscribe", "end", "quit", "cancel", "revoke", "optout", "opt out", "remove", "arret", "arrêt", "td",
        "stop please", "please stop", "stop texting me", "stop texting", "remove me", "unsubscribe me",
        "alto", "basta", "detener", "parar", "cancelar",
        "stopp", "sotp", "stpo", "stop it", "unsubcribe", "unsuscribe", "unsubsribe", "unsubscribed", "unsub",
    }.ToFrozenSet();

    static readonly FrozenSet<string> Starts = new[] { "start", "unstop", "opt in", "optin", "subscribe" }.ToFrozenSet();

    static readonly FrozenSet<string> Helps = new[] { "help", "info", "aide", "ayuda" }.ToFrozenSet();

    public static bool IsStop(string? text) => text is not null && Fold(text) is var folded && (Stops.Contains(folded) || Insists(folded));

    /// <param name="more">Words that the practice added.</param>
    public static bool IsStop(string? text, IReadOnlyCollection<string> more) =>
        IsStop(text) || text is not null && more.Count > 0 && Fold(text) is { Length: > 0 } folded && more.Any(word => Fold(word) == folded);

    public static bool IsStart(string? text) => text is not null && Starts.Contains(Fold(text));

    /// <summary>YES restarts texting for carriers; for us only where no question of ours is open.</summary>
    public static bool IsYes(string? text) => text is not null && Fold(text) is "yes" or "y" or "yes please";

    public static bool IsHelp(string? text) => text is not null && Helps.Contains(Fold(text));

    /// <summary>Words that carriers take for STOP and patients use for their visit.</summary>
    public static bool IsCancel(string? text) => text is not null && Fold(text) is "cancel" or "cancelar" or "end" or "remove";

    /// <summary>Whether a sentence asks for no more texts. Obeyed at once, as the FCC asks of any reasonable means, and looked at
    /// by a person, because a sentence can be misread.</summary>
    public static bool MeansStop(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest || Reaction.Is(text)) return false;
        var said = Fold(text.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));
        return !Contrary().IsMatch(said) && Wish().IsMatch(said);
    }

    const int Longest = 1000, MostWords = 6;

    static readonly FrozenSet<string> Plain = new[] { "stop", "stopall", "unsubscribe" }.ToFrozenSet();

    /// <summary>What may stand around STOP without making it mean anything else.</summary>
    static readonly FrozenSet<string> Around =
        "please pls plz thanks thank thx you u now ok okay hi hello hey this it that these all already immediately texts text texting messages messaging me us".Split(' ').ToFrozenSet();

    /// <summary>"Stop stop", "ok stop, thank you": nothing is said but STOP.</summary>
    static bool Insists(string folded) =>
        folded.Length <= 60 && folded.Split(' ') is { Length: > 1 and <= MostWords } words && words.Any(Plain.Contains) && words.All(word => Plain.Contains(word) || Around.Contains(word));

    static string Fold(string text)
    {
        // What is not seen (a zero-width space that a keyboard put in) parts no word.
        var letters = text.Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(
        @"\b(stop|quit|cease|end) (\w+ ){0,3}(text|texts|texting|messag\w*|sms|contacting|writing|sending|spamming|bothering|harassing|these)\b"
        + @"|\b(dont|do not|never|no longer) (ever |please |want (you|u) to |wish (you|u) to )?(text|message|sms|contact|write to|send|spam) (me|us|this|any|anything|anymore)\b"
        + @"|\b(dont|do not|no longer) (want|wish|like|need) (to (get|receive|have|hear)|any|these|your|more|further) (\w+ ){0,4}(texts?|messages?|sms|from you)\b"
        + @"|\bno more (\w+ ){0,2}(texts?|messages?|sms)\b"
        + @"|\b(take|remove|delete|get) (me|us|my number|my phone|this number|my name) (\w+ ){0,2}(off|from)\b"
        + @"|\b(remove|delete|lose|erase) (my|this) (phone )?number\b|\b(take|get) me off\b"
        + @"|\bunsubscribe\b|\bopt (me |us )?out\b|\bopting out\b|\brevoke (my )?(consent|permission)\b"
        + @"|\bleave (me|us) alone\b|\bno me (escrib\w*|env\w*|mand\w*)\b|\bno mas mensajes\b|\bno más mensajes\b",
        RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Wish();

    // "Please don't stop texting me", "how do I not unsubscribe".
    [GeneratedRegex(@"\b(dont|do not|never|didnt|did not|not) (\w+ ){0,2}(stop|quit|unsubscribe|opt|remove)\b", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Contrary();
}
