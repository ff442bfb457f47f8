using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Courtesies;

/// <summary>The words of a courtesy text: the practice's, or these. No advertising, whatever else it says.</summary>
static class CourtesyWords
{
    /// <returns>Null: the practice wants no such answer.</returns>
    public static string? Of(Practice practice, string kind)
    {
        var setting = kind switch
        {
            CourtesyKind.Stop => practice.Courtesies?.Stop,
            CourtesyKind.Start => practice.Courtesies?.Start,
            _ => practice.Courtesies?.Help,
        };
        if (setting is { On: false }) return null;
        var phone = practice.Phone ?? practice.SenderPhone;
        var text = setting?.Text is { } own && !string.IsNullOrWhiteSpace(own) ? own : kind switch
        {
            CourtesyKind.Stop => "{practice}: you will get no more texts from us. Reply START to get them again.",
            CourtesyKind.Start => "{practice}: you will get texts from us again. Reply STOP to opt out.",
            _ when phone is null => "{practice}: our team reads this number and will write back. Reply STOP to opt out.",
            _ => "{practice}: for help call {phone}. Reply STOP to opt out.",
        };
        return text.Replace("{practice}", practice.SenderName ?? practice.Name, StringComparison.Ordinal).Replace("{phone}", phone ?? "", StringComparison.Ordinal).Trim();
    }
}
