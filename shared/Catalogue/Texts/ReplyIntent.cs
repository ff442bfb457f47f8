using System.Collections.Frozen;

namespace AesthetixWorkflows.Catalogue.Texts;

/// <summary>Whether a short reply means yes or no, by its words alone. What says both, or neither, is neither: a person
/// reads it.</summary>
static class ReplyIntent
{
    public const string Positive = "POSITIVE", Negative = "NEGATIVE", None = "NONE";
    const int LongestPhrase = 3;

    static readonly FrozenSet<string> Yes = Words(
        "yes y yep yeah yup sure ok okay k fine good great perfect absolutely definitely certainly confirm confirmed confirming agree agreed accept accepted correct c 1 interested si sí",
        "sounds good", "see you", "see you then", "i'll be there", "ill be there", "i will be", "works for me", "that works", "looking forward", "of course", "i can make", "👍", "✅", "count me in", "thumbs up");

    static readonly FrozenSet<string> No = Words(
        "no n nope nah never cannot can't cant won't wont cancel cancelled canceled cancelling canceling reschedule postpone decline declined refuse unable r 2 unsubscribe stop quit",
        "not interested", "no thanks", "no thank you", "can not", "not able", "not coming", "another time", "another day", "too expensive", "changed my mind", "leave me alone", "👎", "❌", "don't want", "dont want");

    static readonly FrozenSet<string> Doubt = Words("maybe perhaps unsure", "not sure", "don't know", "dont know", "let me check", "depends");

    /// <param name="moreYes">Words of the practice's own.</param>
    /// <returns>The intent, and the word it was read from.</returns>
    public static (string Intent, string? Word) Of(string text, IReadOnlyCollection<string> moreYes, IReadOnlyCollection<string> moreNo)
    {
        string? yes = null, no = null;
        var words = Split(text);
        for (var at = 0; at < words.Count;)
        {
            var length = Math.Min(LongestPhrase, words.Count - at);
            // The longest phrase counts, so "not interested" is not "interested".
            for (; length > 0; length--)
            {
                var phrase = string.Join(' ', words.Skip(at).Take(length));
                if (Doubt.Contains(phrase)) return (None, phrase);
                if (No.Contains(phrase) || moreNo.Contains(phrase)) no ??= phrase;
                else if (Yes.Contains(phrase) || moreYes.Contains(phrase))
                {
                    if (at > 0 && words[at - 1] is "not" or "isn't" or "doesn't") no ??= $"{words[at - 1]} {phrase}";
                    else yes ??= phrase;
                }
                else continue;
                break;
            }
            at += Math.Max(1, length);
        }
        return (yes, no) switch
        {
            (not null, null) => (Positive, yes),
            (null, not null) => (Negative, no),
            _ => (None, yes is null ? null : $"{yes}/{no}"),
        };
    }

    public static IReadOnlyCollection<string> List(string? text) =>
        text is null ? [] : [.. text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => string.Join(' ', Split(word)))];

    /// <summary>Lower case, without punctuation, whatever apostrophe was typed.</summary>
    static List<string> Split(string text) =>
    [
        .. string.Concat(text.ToLowerInvariant().Replace('’', '\'').Select(letter => char.IsPunctuation(letter) && letter != '\'' ? ' ' : letter))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\'')).Where(word => word.Length > 0),
    ];

    static FrozenSet<string> Words(string single, params string[] phrases) => single.Split(' ').Concat(phrases).ToFrozenSet(StringComparer.Ordinal);
}
