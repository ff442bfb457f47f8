using System.Text.Json;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>One row of a filter that does not hold: what it wants, and what is there.</summary>
/// <param name="Found">Null: nothing is known of the field.</param>
public sealed record FailedRow(string Field, string Op, JsonElement Expected, string? Found);

/// <summary>Why a condition does not hold.</summary>
public static class FailedRows
{
    /// <summary>The rows that stand in the way; none when it holds. Of an "any" group that fails, all of its rows do.</summary>
    public static IReadOnlyList<FailedRow> Of(Condition condition, Setting setting) => [.. Find(condition, setting)];

    static IEnumerable<FailedRow> Find(Condition condition, Setting setting) => condition switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.SelectMany(item => Find(item, setting)),
        Condition.Any { Items.IsDefaultOrEmpty: false } any => any.Evaluate(setting) ? [] : any.Items.SelectMany(item => Find(item, setting)),
        Condition.Test test when !test.Evaluate(setting) => [Row(test, setting)],
        _ => [],
    };

    static FailedRow Row(Condition.Test test, Setting setting)
    {
        var field = FieldName.Bare(test.Field);
        var fact = setting.Find(field);
        return new(field, test.Op, test.Value, PlainText.IsEmpty(fact) ? null : PlainText.Of(fact, setting.Zone));
    }
}
