using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition as a sentence: "Form is consultation and Tags contains vip", "+ 2 more" beyond three rows.</summary>
public static class Narration
{
    const int RowsTold = 3;

    /// <param name="label">The name people know a field by; null where it has none. Without one it is made from the field.</param>
    /// <param name="word">What people call a value of a field, such as the name behind an id; null: as it stands.</param>
    public static string Of(Condition condition, Func<string, string?>? label = null, Func<string, string, string?>? word = null)
    {
        var left = RowsTold;
        var sentence = Tell(condition, new(label ?? (static _ => null), word ?? (static (_, _) => null)), ref left, inner: false);
        var more = Rows(condition) - RowsTold;
        return more > 0 ? $"{sentence} + {more} more" : sentence;
    }

    static string Tell(Condition condition, Words words, ref int left, bool inner) => condition switch
    {
        Condition.All all => Join(all.Items, "and", "always", words, ref left, inner),
        Condition.Any any => Join(any.Items, "or", "never", words, ref left, inner),
        Condition.Test test => left-- > 0 ? Tell(test, words) : "",
        _ => throw new InvalidOperationException($"A condition of unknown kind: {condition.GetType().Name}."),
    };

    static string Join(IReadOnlyList<Condition>? items, string word, string empty, Words words, ref int left, bool inner)
    {
        if (items is null or [])
            return empty;
        var parts = new List<string>();
        foreach (var item in items)
        {
            if (left <= 0)
                break;
            if (Tell(item, words, ref left, inner: items.Count > 1) is { Length: > 0 } part)
                parts.Add(part);
        }
        var text = string.Join($" {word} ", parts);
        return inner && parts.Count > 1 ? $"({text})" : text;
    }

    static string Tell(Condition.Test test, Words words)
    {
        var field = FieldName.Bare(test.Field);
        var known = Operators.TryFind(test.Op, out var op);
        var sentence = $"{words.Label(field) ?? Humanise(field)} {(known ? op!.Label : test.Op)}";
        return known && op!.Takes == OperatorValue.None ? sentence : $"{sentence} {Tell(test.Value, op?.Takes, text => words.Word(field, text))}".TrimEnd();
    }

    static string Tell(JsonElement value, OperatorValue? takes, Func<string, string?> word) => value.ValueKind switch
    {
        JsonValueKind.String when takes == OperatorValue.Duration && Durations.TryParse(value.GetString(), out var length) => DurationWords.Of(length),
        JsonValueKind.String => word(value.GetString()!) ?? value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(takes == OperatorValue.Range ? " and " : ", ", value.EnumerateArray().Select(item => Tell(item, takes, word))),
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

    /// <param name="Label">The name of a field.</param>
    /// <param name="Word">The word for a value of a field.</param>
    sealed record Words(Func<string, string?> Label, Func<string, string, string?> Word);

    static int Rows(Condition condition) => condition switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.Sum(Rows),
        Condition.Any { Items.IsDefault: false } any => any.Items.Sum(Rows),
        Condition.Test => 1,
        _ => 0,
    };
}
