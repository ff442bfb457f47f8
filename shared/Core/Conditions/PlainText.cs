using System.Globalization;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A fact as plain text that reads back as the same fact: for comparing and for machines, not for people.</summary>
public static class PlainText
{
    public static string Of(Fact fact, string zone) => fact switch
    {
        Fact.Nothing => "",
        Fact.Text text => text.Value,
        Fact.Number number => Of(number.Value),
        Fact.Flag flag => flag.Value ? "true" : "false",
        Fact.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Fact.Instant instant => Calendars.Zones.ToLocal(instant.Value, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        Fact.Many many => many.Values.IsDefault ? "" : string.Join(", ", many.Values),
        _ => throw new InvalidOperationException($"A fact of unknown kind: {fact.GetType().Name}."),
    };

    /// <summary>A number without trailing zeros: 12.50 is "12.5".</summary>
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether there is nothing to compare or to show: unknown, blank, or a list of nothing else.</summary>
    public static bool IsEmpty(Fact fact) => fact switch
    {
        Fact.Nothing => true,
        Fact.Text text => string.IsNullOrWhiteSpace(text.Value),
        Fact.Many many => many.Values.IsDefault || AreBlank(many.Values.AsSpan()),
        _ => false,
    };

    static bool AreBlank(ReadOnlySpan<string> values)
    {
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value))
                return false;
        return true;
    }
}
