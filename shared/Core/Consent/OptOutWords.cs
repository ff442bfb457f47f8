using System.Collections.Frozen;

namespace AesthetixWorkflows.Core.Consent;

/// <summary>Words that end or restart texting when they are the whole message. Union of the carriers' and vendors' lists
/// (Twilio, AWS, FCC rule of April 2025); case, punctuation and spaces are folded.</summary>
public static class OptOutWords
{
    static readonly FrozenSet<string> Stops = new[]
    {
        "stop", "stopall", "stop all", "unsubscribe", "end", "quit", "cancel", "revoke", "optout", "opt out", "remove", "arret", "arrêt", "td",
        "stop please", "please stop", "stop texting me", "stop texting", "remove me", "unsubscribe me",
    }.ToFrozenSet();

    static readonly FrozenSet<string> Starts = new[] { "start", "unstop", "opt in", "optin", "subscribe" }.ToFrozenSet();

    public static bool IsStop(string? text) => text is not null && Stops.Contains(Fold(text));

    public static bool IsStart(string? text) => text is not null && Starts.Contains(Fold(text));

    static string Fold(string text)
    {
        var letters = text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
