using System.Collections.Frozen;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Runtime.Matching;

/// <summary>Triggers of one type that have a row "field is text" on the same field, by that text; or, without a field, those
/// that have no such row and must be tried one by one.</summary>
sealed class TriggerGroup
{
    readonly string? _field;
    readonly FrozenDictionary<string, IReadOnlyList<TriggerEntry>> _byValue;

    TriggerGroup(string? field, IReadOnlyList<TriggerEntry> all, FrozenDictionary<string, IReadOnlyList<TriggerEntry>> byValue) =>
        (_field, All, _byValue) = (field, all, byValue);

    public IReadOnlyList<TriggerEntry> All { get; }

    public static IReadOnlyList<TriggerGroup> Part(IReadOnlyList<TriggerEntry> entries)
    {
        var rows = entries.Select(e => (Entry: e, Rows: Rows(e.Trigger.Filters).ToList())).ToList();
        // The more values a field has, the fewer triggers share one.
        var spread = rows.SelectMany(r => r.Rows).Distinct().CountBy(r => r.Field).ToDictionary();
        var keyed = rows.Select(r => (r.Entry, Key: r.Rows.Count == 0 ? ((string Field, string Value)?)null : r.Rows.MaxBy(row => spread[row.Field])));
        return [.. keyed.GroupBy(k => k.Key?.Field).Select(group => new TriggerGroup(
            group.Key, [.. group.Select(k => k.Entry)],
            group.Where(k => k.Key is not null).GroupBy(k => k.Key!.Value.Value, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(
                g => g.Key, g => (IReadOnlyList<TriggerEntry>)[.. g.Select(k => k.Entry)], StringComparer.OrdinalIgnoreCase)))];
    }

    /// <summary>Those that may match; the others surely do not.</summary>
    public IEnumerable<TriggerEntry> For(Setting setting) => _field is null ? All : setting.Find(_field) switch
    {
        // What is not known is nothing's equal.
        Fact.Nothing => [],
        Fact.Text text => Of(text.Value),
        Fact.Many many => many.Values.SelectMany(Of).Distinct(),
        // Numbers and dates equal texts of more than one spelling.
        _ => All,
    };

    IReadOnlyList<TriggerEntry> Of(string value) => _byValue.GetValueOrDefault(value.Trim(), []);

    /// <summary>Rows that every match must satisfy and that compare with plain text: no merge field, no date (which has several spellings).</summary>
    static IEnumerable<(string Field, string Value)> Rows(Condition filters) => filters switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.SelectMany(Rows),
        Condition.Test { Op: "is", Value.ValueKind: JsonValueKind.String } test
            when test.Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && !text.Contains("{{", StringComparison.Ordinal)
                && !test.Field.Contains("{{", StringComparison.Ordinal) && !Moment.TryParse(text, out _) => [(test.Field, text.Trim())],
        _ => [],
    };
}
