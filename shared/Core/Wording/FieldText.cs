using System.Globalization;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>The value of a field as people read it.</summary>
static class FieldText
{
    /// <summary>Null when there is no value to show.</summary>
    public static string? Of(TemplatePart.Field field, Fact fact, string zone, DateStyle style)
    {
        if (fact is Fact.Many list ? Shown(list).Count == 0 : PlainText.IsEmpty(fact))
            return null;
        var shape = field.Filters.LastOrDefault(filter => 
            filter.Kind is TextFilterKind.Date or TextFilterKind.Time or TextFilterKind.Iso or TextFilterKind.List or TextFilterKind.Join);
        var text = shape?.Kind switch
        {
            null => Usual(field.Name, fact, zone, style),
            TextFilterKind.Iso => PlainText.Of(Moment.Of(fact) is { Instant: { } at } ? new Fact.Instant(at) : fact, zone),
            TextFilterKind.Date => Moment.Of(fact) is { } moment ? DateText.Date(moment, shape.Format, zone, style) : Usual(field.Name, fact, zone, style),
            TextFilterKind.List when fact is Fact.Many many => InWords(Shown(many), shape.Format ?? "and"),
            TextFilterKind.Join when fact is Fact.Many many => string.Join(shape.Format ?? ", ", Shown(many)),
            TextFilterKind.List or TextFilterKind.Join => Usual(field.Name, fact, zone, style),
            _ => Time(field.Name, fact, shape.Format, zone, style),
        };
        foreach (var filter in field.Filters)
            text = filter.Kind switch
            {
                TextFilterKind.Upper => text?.ToUpperInvariant(),
                TextFilterKind.Lower => text?.ToLowerInvariant(),
                // Words all in capitals would stay as they are.
                TextFilterKind.Title => text is null ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()),
                _ => text,
            };
        return text;
    }

    static string Usual(string name, Fact fact, string zone, DateStyle style) => fact switch
    {
        _ when Moment.Of(fact) is { } moment => DateText.Usual(moment, name, zone, style),
        Fact.Flag flag => flag.Value ? "yes" : "no",
        Fact.Many many => string.Join(", ", Shown(many)),
        _ => PlainText.Of(fact, zone),
    };

    /// <summary>A thing in a list is shown by its name.</summary>
    static List<string> Shown(Fact.Many many)
    {
        IEnumerable<string> all = many.Things.IsDefaultOrEmpty ? many.Values.IsDefault ? [] : many.Values
            : many.Things.Select(thing => PlainText.Of(thing.Find("") is not Fact.Nothing and var plain ? plain : thing.Find("name"), "UTC"));
        return [.. all.Where(item => !string.IsNullOrWhiteSpace(item))];
    }

    /// <summary>"Botox, Peel and Laser".</summary>
    static string InWords(List<string> items, string word) => items.Count < 2 ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} {word.Trim()} {items[^1]}";

    static string? Time(string name, Fact fact, string? format, string zone, DateStyle style)
    {
        if (Moment.Of(fact) is { } moment)
            return DateText.Time(moment, format, zone, style);
        return fact is Fact.Text text && Calendars.ClockTimes.TryParse(text.Value.AsSpan().Trim(), out var time)
            ? DateText.Time(time, format, style) : Usual(name, fact, zone, style);
    }
}
