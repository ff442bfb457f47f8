using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition that was read, and everything that is wrong with it. With problems it is not to be published; the rows
/// that could not be read are left out of it.</summary>
public sealed record ConditionReading(Condition Condition, ImmutableArray<Misread> Problems);

/// <summary>Conditions as JSON: <c>{"all":[…]}</c>, <c>{"any":[…]}</c>, <c>{"field":…,"op":…,"value":…}</c>.</summary>
public static class ConditionJson
{
    public const int DeepestNesting = 8;

    /// <summary>Reads a condition; absent or null is <see cref="Condition.Always"/>, as no filter is every event.</summary>
    public static ConditionReading Read(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return new(Condition.Always, []);
        var problems = ImmutableArray.CreateBuilder<Misread>();
        var condition = Read(json, "", 1, problems) ?? Condition.Always;
        return new(condition, problems.ToImmutable());
    }

    static Condition? Read(JsonElement json, string pointer, int depth, ImmutableArray<Misread>.Builder problems)
    {
        if (depth > DeepestNesting)
            return Wrong(problems, pointer, $"Conditions are nested more than {DeepestNesting} deep.");
        if (json.ValueKind != JsonValueKind.Object)
            return Wrong(problems, pointer, "A condition is a group (all or any) or a row with a field.");
        var kinds = (json.TryGetProperty("all", out var all) ? 1 : 0) + (json.TryGetProperty("any", out var any) ? 1 : 0)
            + (json.TryGetProperty("field", out _) ? 1 : 0);
        if (kinds != 1)
            return Wrong(problems, pointer, "A condition has exactly one of: all, any, field.");
        if (all.ValueKind != JsonValueKind.Undefined)
            return ReadItems(all, pointer + "/all", depth, problems) is { } items ? new Condition.All(items) : null;
        if (any.ValueKind != JsonValueKind.Undefined)
            return ReadItems(any, pointer + "/any", depth, problems) is { } items ? new Condition.Any(items) : null;
        return ReadRow(json, pointer, problems);
    }

    static ImmutableArray<Condition>? ReadItems(JsonElement json, string pointer, int depth, ImmutableArray<Misread>.Builder problems)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            Wrong(problems, pointer, "A group is a list of conditions.");
            return null;
        }
        var items = ImmutableArray.CreateBuilder<Condition>();
        var place = 0;
        foreach (var item in json.EnumerateArray())
            if (Read(item, $"{pointer}/{place++}", depth + 1, problems) is { } condition)
                items.Add(condition);
        return items.ToImmutable();
    }

    static Condition.Test? ReadRow(JsonElement json, string pointer, ImmutableArray<Misread>.Builder problems)
    {
        var (field, name) = (TextOf(json, "field"), TextOf(json, "op"));
        var before = problems.Count;
        if (field is null || !FieldName.IsValid(FieldName.Bare(field)))
            Wrong(problems, pointer + "/field", "Choose the field to look at.");
        json.TryGetProperty("value", out var value);
        if (name is null)
            Wrong(problems, pointer + "/op", "Choose how to compare.");
        else if (!Operators.TryFind(name, out var op))
            Wrong(problems, pointer + "/op", $"There is no comparison named '{name}'.");
        else if (OperatorValues.Check(op, value) is { } wrong)
            problems.Add(wrong.Under(pointer + "/value"));
        // Cloned: the condition outlives the document that it was read from.
        return problems.Count > before ? null
            : new(field!, name!, value.ValueKind == JsonValueKind.Undefined ? value : value.Clone());
    }

    /// <summary>The JSON of a condition; reads back as the same.</summary>
    public static JsonElement Write(Condition condition) => JsonSerializer.SerializeToElement(ToNode(condition));

    static JsonObject ToNode(Condition condition) => condition switch
    {
        Condition.All all => new() { ["all"] = ToNodes(all.Items) },
        Condition.Any any => new() { ["any"] = ToNodes(any.Items) },
        Condition.Test { Value.ValueKind: JsonValueKind.Undefined } test => new() { ["field"] = test.Field, ["op"] = test.Op },
        Condition.Test test => new() { ["field"] = test.Field, ["op"] = test.Op, ["value"] = JsonSerializer.SerializeToNode(test.Value) },
        _ => throw new InvalidOperationException($"A condition of unknown kind: {condition.GetType().Name}."),
    };

    static JsonArray ToNodes(ImmutableArray<Condition> items) => items.IsDefault ? [] : [.. items.Select(ToNode)];

    static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static Condition.Test? Wrong(ImmutableArray<Misread>.Builder problems, string pointer, string message)
    {
        problems.Add(new(pointer, message));
        return null;
    }
}
