using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Referring;

/// <summary>Collects what one step or trigger names.</summary>
sealed class UseWalk(string owner, string? step, string? trigger, string type, FrozenDictionary<string, FilterField> filters)
{
    /// <summary>Deeper than any readable condition; a draft may hold anything.</summary>
    const int Deepest = 32;

    public List<RecordUse> Uses { get; } = [];

    public void Form(IReadOnlyList<Field> fields, JsonElement config, string at)
    {
        foreach (var field in fields)
            if (ConfigFields.Value(field, config) is { } value) Value(field, value, at + ConfigFields.Pointer(field));
    }

    public static void Each(JsonElement list, string at, Action<JsonElement, string> visit)
    {
        var place = 0;
        foreach (var item in list.EnumerateArray()) visit(item, JsonPointer.Below(at, place++));
    }

    public void Condition(JsonElement condition, string at, int depth = 0)
    {
        if (depth > Deepest || condition.ValueKind != JsonValueKind.Object) return;
        foreach (var group in new[] { "all", "any" })
            if (condition.TryGetProperty(group, out var items) && items.ValueKind == JsonValueKind.Array)
                Each(items, $"{at}/{group}", (item, place) => Condition(item, place, depth + 1));
        if (condition.TryGetProperty("field", out var named) && named.ValueKind == JsonValueKind.String) Row(FieldName.Bare(named.GetString()!), condition, at);
    }

    void Row(string name, JsonElement row, string at)
    {
        if (UseKinds.OfFact(name) is { } fact) Add(fact, at + "/field", "Condition");
        if (!row.TryGetProperty("value", out var value)) return;
        var of = filters.GetValueOrDefault(name);
        Strings(value, at + "/value", (text, place) =>
        {
            if (of is not null && UseKinds.Read(of.Of!, text) is { } named) Add(named, place, of.Label);
            Merged(text, place, of?.Label ?? "Condition");
        });
    }

    void Value(Field field, JsonElement value, string at)
    {
        if (field is { Kind: FieldKind.Rows, Columns: { } columns } && value.ValueKind == JsonValueKind.Array)
            Each(value, at, (row, place) => Form(columns, row, place));
        if (field.Kind == FieldKind.Condition) Condition(value, at);
        if (field.Kind == FieldKind.FieldValues && value.ValueKind == JsonValueKind.Object)
            foreach (var property in value.EnumerateObject())
                if (UseKinds.OfField(property.Name) is { } own) Add(own, JsonPointer.Below(at, property.Name), field.Label);
        if (field.Of is null && !field.Merge) return;
        Strings(value, at, (text, place) =>
        {
            if (field.Of is { } of && field.Kind is not (FieldKind.Map or FieldKind.Condition) && UseKinds.Read(of, text) is { } named) Add(named, place, field.Label);
            // A date to wait for is named bare: appointment.startsAt.
            if (field.Of == "field" && UseKinds.OfFact(FieldName.Bare(text)) is { } fact) Add(fact, place, field.Label);
            if (field.Merge) Merged(text, place, field.Label);
        });
    }

    void Merged(string text, string at, string words)
    {
        if (!text.Contains("{{", StringComparison.Ordinal)) return;
        foreach (var fact in Template.Parse(text).Fields.Distinct(StringComparer.Ordinal))
            if (UseKinds.OfFact(fact) is { } named) Add(named, at, words);
    }

    static void Strings(JsonElement value, string at, Action<string, string> visit)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                visit(value.GetString()!, at);
                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var item in value.EnumerateArray()) Strings(item, JsonPointer.Below(at, place++), visit);
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Strings(property.Value, JsonPointer.Below(at, property.Name), visit);
                break;
        }
    }

    void Add((string Kind, string Id) named, string at, string words) =>
        Uses.Add(new(named.Kind, named.Id, at.Length > 0 ? at : owner, step, trigger, type, words));
}
