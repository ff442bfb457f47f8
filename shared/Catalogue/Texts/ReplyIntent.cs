using AesthetixWorkflows.Core.Replies;

namespace AesthetixWorkflows.Catalogue.Texts;

/// <summary>Whether a short reply means yes or no, by its words alone. What says both, or neither, is neither: a person
/// reads it.</summary>
static class ReplyIntent
{
    public const string Positive = "POSITIVE", Negative = "NEGATIVE", None = "NONE";

    /// <param name="moreYes">Words of the practice's own.</param>
    /// <returns>The intent, and the word it was read from.</returns>
    public static (string Intent, string? Word) Of(string text, IReadOnlyCollection<string> moreYes, IReadOnlyCollection<string> moreNo)
    {
        var reading = ReplyReading.Of(text, Asked.Nothing) is { Intent: ReplyIntents.Stop } stop ? stop : ReplyReading.Meaning(text, Asked.Nothing, moreYes, moreNo);
        return (reading.Intent switch
        {
            ReplyIntents.Confirm => Positive,
            ReplyIntents.Decline or ReplyIntents.Reschedule or ReplyIntents.Stop => Negative,
            _ => None,
        }, reading.Word);
    }

    public static IReadOnlyCollection<string> List(string? text) =>
        text is null ? [] : [.. text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReplyReading.Fold)];
}
