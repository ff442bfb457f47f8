using System.Globalization;
using AesthetixWorkflows.Core.Consent;

namespace AesthetixWorkflows.Core.Replies;

/// <summary>What a reply means, by its words and by what was asked. The same reply to the same question is always read the
/// same way; what says several things, or nothing that is known, is <c>other</c>: a person reads it.</summary>
/// <param name="Word">The words it was read from.</param>
/// <param name="Offered">The question itself offered this word.</param>
public sealed record ReplyReading(string Intent, int? Number = null, string? Word = null, bool Offered = false)
{
    static readonly ReplyReading Unclear = new(ReplyIntents.Other);

    public static ReplyReading Of(string? text, Asked asked) =>
        // Whatever was asked: who says stop is obeyed.
        OptOutWords.IsStop(text) || OptOutWords.MeansStop(text) ? new(ReplyIntents.Stop, Word: "stop") : Meaning(text, asked, [], []);

    /// <summary>As <see cref="Of"/>, without regard to opting out.</summary>
    /// <param name="moreYes">Words of the practice's own, folded by <see cref="Fold"/>.</param>
    public static ReplyReading Meaning(string? text, Asked asked, IReadOnlyCollection<string> moreYes, IReadOnlyCollection<string> moreNo)
    {
        var words = ReplyText.Words(text);
        if (words.Count == 0 || Reaction.Is(text)) return Unclear;
        var number = NumberIn(words, asked.Scale);
        if (asked.Scale && number is not null) return new(ReplyIntents.Number, number, Offered: true);
        if (Offer(words, asked) is { } offered) return new(offered.Intent, number, offered.Word, Offered: true);
        if (number is not null)
            return new(number switch { 1 => ReplyIntents.Confirm, 2 => ReplyIntents.Reschedule, _ => ReplyIntents.Number }, number, number.Value.ToString(CultureInfo.InvariantCulture));
        return Scan(words, text!.Contains('?', StringComparison.Ordinal), moreYes, moreNo);
    }

    public static string Fold(string text) => string.Join(' ', ReplyText.Words(text));

    /// <summary>The offered word, alone or with a few polite ones behind it.</summary>
    static (string Intent, string Word)? Offer(List<string> words, Asked asked)
    {
        var first = words.SkipWhile(word => words.Count > 1 && word.Length > 1 && ReplyWords.Filler.Contains(word)).FirstOrDefault() ?? words[0];
        if (!asked.Offers.TryGetValue(first, out var intent) && !asked.Offers.TryGetValue(ReplyText.Calm(first), out intent)) return null;
        // "C" and "yes thanks", but "no, I said Tuesday at two" is for a person.
        return words.Count <= 4 ? (intent, first) : null;
    }

    static int? NumberIn(List<string> words, bool scale)
    {
        var numbers = words.Select(Value).Where(value => value is not null).Distinct().ToList();
        var others = words.Count(word => Value(word) is null && !ReplyWords.Filler.Contains(word));
        return numbers is [var only] && (others == 0 || scale && others <= 6) ? only : null;
    }

    static int? Value(string word) =>
        ReplyWords.Numbers.TryGetValue(word, out var spelled) ? spelled
        : word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 10 ? value : null;

    static ReplyReading Scan(List<string> words, bool asks, IReadOnlyCollection<string> moreYes, IReadOnlyCollection<string> moreNo)
    {
        string? yes = null, no = null, move = null;
        var before = 0;
        for (var at = 0; at < words.Count;)
        {
            var length = Math.Min(ReplyWords.LongestPhrase, words.Count - at);
            // The longest phrase counts, so "not interested" is not "interested".
            for (; length > 0; length--)
            {
                var phrase = string.Join(' ', words.Skip(at).Take(length));
                if (ReplyWords.Doubt.Contains(phrase)) return new(ReplyIntents.Other, Word: phrase);
                if (moreNo.Contains(phrase) || ReplyWords.No.Contains(phrase) || length == 1 && ReplyWords.No.Contains(ReplyText.Calm(phrase))) no ??= phrase;
                else if (IsMove(phrase)) move ??= phrase;
                else if (IsSure(phrase, moreYes) && !asks || IsYes(phrase) && (before <= 1 && !(asks && at > 0) || words.Count <= 4 && !asks))
                {
                    if (at > 0 && ReplyWords.Negations.Contains(words[at - 1])) no ??= $"{words[at - 1]} {phrase}";
                    else yes ??= phrase;
                }
                else continue;
                break;
            }
            if (length == 0 && !ReplyWords.Filler.Contains(words[at])) before++;
            at += Math.Max(1, length);
        }
        return (yes, no, move) switch
        {
            (_, _, not null) => new(ReplyIntents.Reschedule, Word: move),
            (not null, null, _) => new(ReplyIntents.Confirm, Word: yes),
            (null, not null, _) => new(ReplyIntents.Decline, Word: no),
            (not null, not null, _) => new(ReplyIntents.Other, Word: $"{yes}/{no}"),
            _ => Unclear,
        };
    }

    static bool IsSure(string phrase, IReadOnlyCollection<string> more) => ReplyWords.Sure.Contains(phrase) || more.Contains(phrase);

    static bool IsYes(string phrase) =>
        ReplyWords.Yes.Contains(phrase) || ReplyWords.Yes.Contains(ReplyText.Calm(phrase)) || ReplyWords.ConfirmStems.Any(stem => ReplyText.IsOneSlip(phrase, stem));

    static bool IsMove(string phrase) => ReplyWords.Move.Contains(phrase) || ReplyWords.MoveStems.Any(stem => ReplyText.IsOneSlip(phrase, stem));
}
