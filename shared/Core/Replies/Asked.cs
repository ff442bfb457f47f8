using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Replies;

/// <summary>What a message of ours asked for: "Reply C to confirm or R to reschedule", "from 1 to 5". The same letter means
/// what the question said, not what it usually means.</summary>
/// <param name="Offers">Word → what it was said to mean.</param>
/// <param name="Scale">A number was asked for.</param>
public sealed partial record Asked(ImmutableDictionary<string, string> Offers, bool Scale)
{
    public static readonly Asked Nothing = new(ImmutableDictionary<string, string>.Empty, false);

    const int Longest = 4000;

    public static Asked In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Nothing;
        var read = text.Length > Longest ? text[..Longest] : text;
        var offers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (Match offer in Offer().Matches(read))
            if (MeaningOf(offer.Groups["for"].Value) is { } meaning && ReplyText.Words(offer.Groups["word"].Value) is [var word]) offers.TryAdd(word, meaning);
        return new(offers.ToImmutable(), ScaleAsked().IsMatch(read));
    }

    static string? MeaningOf(string words) => words switch
    {
        _ when Matches(words, "stop|opt|unsubscribe") => null,
        _ when Matches(words, "reschedul|rebook|change|move|another|different|new time|postpone") => ReplyIntents.Reschedule,
        _ when Matches(words, "cancel|declin|no\\b|not\\b|can.?t|unable") => ReplyIntents.Decline,
        _ when Matches(words, "confirm|keep|accept|yes|coming|be there|book|agree") => ReplyIntents.Confirm,
        _ => null,
    };

    static bool Matches(string words, string any) => Regex.IsMatch(words, $@"\b(?:{any})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Limit);

    // A letter alone counts as an offer only when it is a capital: "a to z" offers nothing.
    [GeneratedRegex(@"(?<![\w.])[""“'(\[]?(?<word>[A-Z]|[1-9]|YES|Yes|yes|NO|No|no|OK|Ok|ok|CONFIRM|Confirm|confirm|MOVE|Move|move)[""”')\]]?\s*(?:\bto\b|\bfor\b|\bif\b|=|:|-|–|—)\s*(?<for>[^.,;!?\r\n]{2,40}?)(?=[.,;!?\r\n]|\s+(?:or|and)\s|$|(?<=.{40}))", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b[01]\s*(?:-|–|—|to|through)\s*(?:5|9|10)\b|\bscale\b|\b(?:rate|score)\b[^.?!]{0,60}\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex ScaleAsked();
}
