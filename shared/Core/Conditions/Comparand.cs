using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>One value on the right-hand side, read once in every way it may be compared.</summary>
sealed class Comparand
{
    Comparand(string text) => Text = text.Trim();

    public string Text { get; }
    public decimal? Number { get; private init; }
    public bool? Flag { get; private init; }
    public Moment? When { get; private init; }
    public TimeOnly? Time { get; private init; }
    public int? Weekday { get; private init; }
    public IsoDuration? Duration { get; private init; }

    /// <summary>Written as a JSON number or true/false: text that reads as the same one equals it, "5.0" and 5.</summary>
    public bool IsTyped { get; private init; }

    /// <summary>Null for blank text: there is nothing to compare with.</summary>
    public static Comparand? Of(string text) => string.IsNullOrWhiteSpace(text) ? null : new(text)
    {
        Number = ParseNumber(text),
        Flag = ParseFlag(text),
        When = Moment.TryParse(text, out var moment) ? moment : null,
        Time = ParseTime(text),
        Weekday = ParseWeekday(text),
        Duration = Durations.TryParse(text.Trim(), out var duration) ? duration : null,
    };

    public static Comparand? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => new(PlainText.Of(number)) { Number = number, IsTyped = true },
        JsonValueKind.Number => Of(value.GetRawText()),
        JsonValueKind.True => new("true") { Flag = true, IsTyped = true },
        JsonValueKind.False => new("false") { Flag = false, IsTyped = true },
        _ => null,
    };

    /// <summary>The values a fact gives when it stands on the right-hand side, as in <c>{{contact.city}}</c>.</summary>
    public static IEnumerable<Comparand> Of(Fact fact, string zone)
    {
        var values = fact switch
        {
            Fact.Many many => many.Values.IsDefault ? [] : many.Values.Select(Of),
            Fact.Number number => [new(PlainText.Of(number.Value)) { Number = number.Value, IsTyped = true }],
            Fact.Flag flag => [new(PlainText.Of(flag, zone)) { Flag = flag.Value, IsTyped = true }],
            // As it stands: its text form has no fractions of a second.
            Fact.Instant at => [new(PlainText.Of(at, zone)) { When = Moment.Of(at.Value) }],
            _ => [Of(PlainText.Of(fact, zone))],
        };
        return values.OfType<Comparand>();
    }

    public static decimal? ParseNumber(ReadOnlySpan<char> text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    public static bool? ParseFlag(ReadOnlySpan<char> text) => text.Trim() switch
    {
        var word when Is(word, "true") || Is(word, "yes") => true,
        var word when Is(word, "false") || Is(word, "no") => false,
        _ => null,
    };

    public static TimeOnly? ParseTime(ReadOnlySpan<char> text) => ClockTimes.TryParse(text.Trim(), out var time) ? time : null;

    public static int? ParseWeekday(ReadOnlySpan<char> text) =>
        Weekdays.TryParse(text.Trim(), out var day) ? Weekdays.Place(day) : null;

    static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
