using System.Text.Json;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Whether a value is what its operator takes. Merge fields pass wherever text does: what they hold is not known yet.</summary>
static class OperatorValues
{
    /// <summary>What is wrong with the value, with a pointer relative to it; null when nothing is.</summary>
    public static Misread? Check(Operator op, JsonElement value) => op.Takes switch
    {
        // A value left behind when the operator was changed does no harm.
        OperatorValue.None => null,
        OperatorValue.One => CheckOne(op, value, ""),
        OperatorValue.Many => CheckMany(op, value),
        OperatorValue.Range => CheckRange(op, value),
        OperatorValue.Duration => CheckDuration(value),
        _ => throw new InvalidOperationException($"An operator value of unknown kind: {op.Takes}."),
    };

    static Misread? CheckMany(Operator op, JsonElement value)
    {
        if (IsMerged(value))
            return CheckMerged(value, "");
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
            return new("", "Choose one or more values.");
        return CheckItems(op, value);
    }

    static Misread? CheckRange(Operator op, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            ? CheckItems(op, value) : new("", "Give a from and a to value.");

    static Misread? CheckItems(Operator op, JsonElement values)
    {
        var place = 0;
        foreach (var item in values.EnumerateArray())
            if (CheckOne(op, item, $"/{place++}") is { } wrong)
                return wrong;
        return null;
    }

    static Misread? CheckDuration(JsonElement value)
    {
        if (IsMerged(value))
            return CheckMerged(value, "");
        return Comparand.Of(value)?.Duration is { IsNegative: false } ? null
            : new("", "Give a length of time like P7D (seven days) or PT2H (two hours), at most ten years.");
    }

    static Misread? CheckOne(Operator op, JsonElement value, string pointer)
    {
        if (IsMerged(value))
            return CheckMerged(value, pointer);
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return new(pointer, "Give a single value.");
        if (Comparand.Of(value) is not { } read)
            return new(pointer, "Give a value to compare with.");
        // Operators of order and of dates are given away by what they fit.
        if ((op.Fits & (FieldKinds.Text | FieldKinds.List)) != 0)
            return null;
        return op.Fits switch
        {
            FieldKinds.Number => read.Number is null ? new(pointer, "Give a number.") : null,
            FieldKinds.Date => read.When is null ? new(pointer, "Give a date like 2026-11-22.") : null,
            _ => read.Number is null && read.When is null && read.Time is null && read.Weekday is null
                ? new(pointer, "Give a number, a date like 2026-11-22, a time like 10:00 or a weekday like mon.") : null,
        };
    }

    static bool IsMerged(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Contains("{{", StringComparison.Ordinal);

    static Misread? CheckMerged(JsonElement value, string pointer) =>
        Template.Parse(value.GetString()!).Problems is [var problem, ..] ? new(pointer, problem.Message) : null;
}
