using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition as a sentence: "Form is consultation and Tags contains vip", "+ 2 more" beyond three rows.</summary>
public static class Narration
{
    const int RowsTold = 3;

    /// <param name="label">The name people know a field by; null where it has none. Without one it is made from the field.</param>
    public static string Of(Condition condition, Func<string, string?>? label = null)
    {
        var left = RowsTold;
        var sentence = Tell(condition, label ?? (static _ => null), ref left, inner: false);
        var more = Rows(condition) - RowsTold;
        return more > 0 ? $"{sentence} + {more} more" : sentence;
    }

    static string Tell(Condition condition, Func<string, string?> label, ref int left, bool inner) => condition switch
    {
        Condition.All all => Join(all.Items, "and", "always", label, ref left, inner),
        Condition.Any any => Join(any.Items, "or", "never", label, ref left, inner),
        Condition.Test test => left-- > 0 ? Tell(test, label) : "",
        _ => throw new InvalidOperationException($"A condition of unknown kind: {condition.GetType().Name}."),
    };

    static string Join(IReadOnlyList<Condition>? items, string word, string empty, Func<string, string?> label, ref int left, bool inner)
    {
        if (items is null or [])
            return empty;
        var parts = new List<string>();
        foreach (var item in items)
        {
            if (left <= 0)
                break;
            if (Tell(item, label, ref left, inner: items.Count > 1) is { Length: > 0 } part)
                parts.Add(part);
        }
        var text = string.Join($" {word} ", parts);
        return inner && parts.Count > 1 ? $"({text})" : text;
    }

    static string Tell(Condition.Test test, Func<string, string?> label)
    {
        var field = FieldName.Bare(test.Field);
        var known = Operators.TryFind(test.Op, out var op);
        var sentence = $"{label(field) ?? Humanise(field)} {(known ? op!.Label : test.Op)}";
        return known && op!.Takes == OperatorValue.None ? sentence : $"{sentence} {Tell(test.Value, op?.Takes)}".TrimEnd();
    }

    static string Tell(JsonElement value, OperatorValue? takes) => value.ValueKind switch
    {
        JsonValueKind.String when takes == OperatorValue.Duration && Durations.TryParse(value.GetString(), out var length) => DurationWords.Of(length),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(takes == OperatorValue.Range ? " and " : ", ", value.EnumerateArray().Select(item => Tell(item, takes))),
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    /// <summary><c>contact.firstName</c> is "First name"; <c>form.id</c> and <c>form.name</c> are "Form".</summary>
    static string Humanise(string field)
    {
        var names = field.Split('.');
        var name = names is [.., var owner, "id" or "name"] ? owner : names[^1];
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append(' ');
            text.Append(text.Length == 0 ? char.ToUpperInvariant(letter) : letter is '_' or '-' ? ' ' : char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    static int Rows(Condition condition) => condition switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.Sum(Rows),
        Condition.Any { Items.IsDefault: false } any => any.Items.Sum(Rows),
        Condition.Test => 1,
        _ => 0,
    };
}
