using System.Collections.Frozen;
using System.Collections.Immutable;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Describing;

/// <summary>What triggers and actions call sensitive, with everything below it: of a list also its items and what those have.</summary>
public sealed class SensitiveFields(ProductCatalogue catalogue)
{
    // A star covers what a form or survey asked; what it is called is no secret.
    static readonly FrozenSet<string> Harmless = new[] { "survey.id", "survey.name", "form.id", "form.name" }.ToFrozenSet();

    // Actions that give on what their settings say, in another shape.
    static readonly FrozenSet<string> Retelling = new[] { "value.set", "text.format", "number.format", "date.format", "math" }.ToFrozenSet();

    readonly ImmutableArray<KnownField> _known = Whole(MergeFields.Common.Concat(catalogue.Triggers.Values.SelectMany(trigger => trigger.MergeFields)));
    readonly FrozenDictionary<string, ImmutableArray<KnownField>> _outputs = catalogue.Actions.Values.ToFrozenDictionary(action => action.Descriptor.Type, action => Whole(action.Descriptor.Outputs));

    public bool Contains(string field) => !Harmless.Contains(field) && _known.Any(known => known.Covers(field));

    /// <param name="output">Relative to the step: <c>amount</c> of <c>steps.s1.amount</c>.</param>
    public bool Gives(string actionType, string output) => _outputs.TryGetValue(actionType, out var known) && known.Any(one => one.Covers(output));

    /// <summary>Whether what the step gives is as private as the fields that its settings name.</summary>
    public static bool Retells(string actionType) => Retelling.Contains(actionType);

    static ImmutableArray<KnownField> Whole(IEnumerable<MergeField> fields) =>
        [.. fields.Where(field => field.Sensitive).Select(field => field.Name).Distinct(StringComparer.Ordinal).Select(name => new KnownField(name, Sensitive: true, Many: true))];
}
