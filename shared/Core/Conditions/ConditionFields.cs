namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Which fields a condition looks at; values that are merge fields count too.</summary>
public static class ConditionFields
{
    /// <summary>Each field once, in order of appearance.</summary>
    public static IReadOnlyList<string> Of(Condition condition) => [.. All(condition).Distinct(StringComparer.Ordinal)];

    static IEnumerable<string> All(Condition condition) => condition switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.SelectMany(All),
        Condition.Any { Items.IsDefault: false } any => any.Items.SelectMany(All),
        Condition.Test test => [FieldName.Bare(test.Field), .. Values(test.Value).SelectMany(text => Wording.Template.Parse(text).Fields)],
        _ => [],
    };

    static IEnumerable<string> Values(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => [value.GetString()!],
        System.Text.Json.JsonValueKind.Array => value.EnumerateArray().SelectMany(Values),
        _ => [],
    };
}
