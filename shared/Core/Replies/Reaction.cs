using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Replies;

/// <summary>A thumb or a heart that a phone gave to our text comes as a text that quotes it: <c>Liked “Reply C to confirm…”</c>.
/// The words in it are ours and not the patient's.</summary>
static partial class Reaction
{
    const int Longest = 4000;

    public static bool Is(string? text) => text is { Length: > 0 and <= Longest } && Quoting().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:(?:Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned)|Reacted\s\S{1,16}\sto|Removed an?\s[^“""«]{1,30}\sfrom|[^\p{L}\d“""«]{1,12}\sto)\s+[“""«].", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Quoting();
}
