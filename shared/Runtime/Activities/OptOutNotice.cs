using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The first text to a contact, and one every so many days, says who writes and how to opt out.</summary>
static partial class OptOutNotice
{
    public static bool IsDue(Practice practice, Contact contact, DateTimeOffset now) =>
        practice.OptOutNoticeDays is { } days and > 0 && !(contact.OptOutToldAt > now.AddDays(-days));

    /// <summary>The text with what it lacks of it.</summary>
    public static Message In(Message message, Practice practice)
    {
        var (text, name) = (message.Text ?? "", practice.SenderName ?? practice.Name);
        var named = text.Contains(name, StringComparison.OrdinalIgnoreCase) || text.Contains(practice.Name, StringComparison.OrdinalIgnoreCase);
        var lacking = string.Join(". ", new[] { named ? null : name, Told().IsMatch(text) ? null : "Reply STOP to opt out" }.OfType<string>());
        if (lacking.Length == 0) return message;
        var whole = $"{text.TrimEnd()}\n{lacking}.";
        return message with { Text = whole, Segments = Segments.Count(whole) };
    }

    public static bool IsIn(Message message) => Told().IsMatch(message.Text ?? "");

    [GeneratedRegex(@"\b(reply|text|send|answer)\W{1,3}STOP\b|\bSTOP\W{1,3}(to|=)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Told();
}
