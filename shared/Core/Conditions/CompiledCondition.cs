using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition made ready to be asked many times: operators looked up and values read once.</summary>
/// <remarks>The rules for missing fields are those of <see cref="Operators"/>. An unknown operator is never true; publishing
/// refuses one. Safe to share.</remarks>
public abstract class CompiledCondition
{
    private CompiledCondition() { }

    /// <summary>Whether the condition holds. Never throws, unless the facts do.</summary>
    public abstract bool Matches(Setting setting);

    public static CompiledCondition Compile(Condition condition) => condition switch
    {
        Condition.All all => new Group(CompileAll(all.Items), wanted: false),
        Condition.Any any => new Group(CompileAll(any.Items), wanted: true),
        Condition.Test test => Operators.TryFind(test.Op, out var op) ? new Row(FieldName.Bare(test.Field), op, test.Value) : new Never(),
        _ => throw new InvalidOperationException($"A condition of unknown kind: {condition.GetType().Name}."),
    };

    static CompiledCondition[] CompileAll(ImmutableArray<Condition> items) => items.IsDefault ? [] : [.. items.Select(Compile)];

    sealed class Never : CompiledCondition
    {
        public override bool Matches(Setting setting) => false;
    }

    /// <summary>The first item that answers <paramref name="wanted"/> decides: a true one any-group, a false one an all-group.</summary>
    sealed class Group(CompiledCondition[] items, bool wanted) : CompiledCondition
    {
        public override bool Matches(Setting setting)
        {
            foreach (var item in items)
                if (item.Matches(setting) == wanted)
                    return wanted;
            return !wanted;
        }
    }

    sealed class Row : CompiledCondition
    {
        readonly string field;
        readonly Operator op;
        readonly Comparand[] values = [];
        readonly Template[]? templates;

        public Row(string field, Operator op, JsonElement value)
        {
            (this.field, this.op) = (field, op);
            var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
            if (items.Any(IsFilledLater))
                templates = [.. items.Where(item => item.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)).Select(item =>
                    Template.Parse(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()))];
            else
                values = [.. items.Select(Comparand.Of).OfType<Comparand>()];
        }

        public override bool Matches(Setting setting)
        {
            var fact = setting.Find(field);
            return (!PlainText.IsEmpty(fact) && Holds(fact, setting)) != op.Denies;
        }

        bool Holds(Fact fact, Setting setting)
        {
            if (op.Takes == OperatorValue.None)
                return op.Rule(fact, values, setting);
            var given = templates is null ? values : [.. templates.SelectMany(template => Fill(template, setting))];
            return given.Length >= (op.Takes == OperatorValue.Range ? 2 : 1) && op.Rule(fact, given, setting);
        }

        static bool IsFilledLater(JsonElement value) =>
            value.ValueKind == JsonValueKind.String && value.GetString()!.Contains("{{", StringComparison.Ordinal);

        // A value that is nothing but one field keeps what the field is: a list, an instant, a number.
        static IEnumerable<Comparand> Fill(Template template, Setting setting)
        {
            if (template.SoleField is { } sole)
                return Comparand.Of(setting.Find(sole), setting.Zone);
            var rendered = template.Render(setting);
            return rendered is { Missing.IsEmpty: true, IsCut: false } && Comparand.Of(rendered.Text) is { } value ? [value] : [];
        }
    }
}
