using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Makes a row: what can be filtered can be used in texts too.</summary>
static class Row
{
    /// <param name="sample">What the system sends as <c>data</c>; without <c>contact</c> the event is about nobody.</param>
    public static TriggerDescriptor Of(string type, string label, string category, string help, string sample, params ReadOnlySpan<FilterField> fields)
    {
        using var data = JsonDocument.Parse(sample);
        var about = data.RootElement.TryGetProperty("contact", out _);
        ImmutableArray<FilterField> own = [.. fields];
        return new(type, label, category, help, Config: [], Filters: about ? ContactFilters.And(own.AsSpan()) : own,
            MergeFields: [.. own.Select(field => new MergeField(field.Name, field.Label, field.Type))],
            NeedsContact: about, MakesContact: about, Outside: true, Sample: data.RootElement.Clone());
    }

    public static FilterField Text(string name, string label, params ReadOnlySpan<string> options) =>
        new(name, label, "text", options.IsEmpty ? default : [.. Options(options)]);

    public static FilterField Number(string name, string label) => new(name, label, "number");
    public static FilterField Flag(string name, string label) => new(name, label, "flag");
    public static FilterField List(string name, string label) => new(name, label, "list");

    static ImmutableArray<Option> Options(ReadOnlySpan<string> values)
    {
        var options = ImmutableArray.CreateBuilder<Option>(values.Length);
        foreach (var value in values) options.Add(new(value, char.ToUpperInvariant(value[0]) + value[1..].Replace('_', ' ')));
        return options.ToImmutable();
    }
}
