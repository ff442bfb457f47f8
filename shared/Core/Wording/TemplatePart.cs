using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>A stretch of a template.</summary>
public abstract record TemplatePart
{
    private TemplatePart() { }

    public sealed record Literal(string Text) : TemplatePart;

    /// <param name="Name">Dotted name: <c>contact.firstName</c>.</param>
    /// <param name="Fallback">What stands there when the field has no value; null when there is none. May be empty on purpose.</param>
    /// <param name="Source">The tag as it is written.</param>
    public sealed record Field(string Name, ImmutableArray<TextFilter> Filters, string? Fallback, string Source) : TemplatePart;
}

/// <summary>A change to a value on its way into the text. <paramref name="Format"/> only for date and time; null is the usual one.</summary>
public sealed record TextFilter(TextFilterKind Kind, string? Format = null);

/// <summary>What a filter does; stored names are these in lower case.</summary>
public enum TextFilterKind
{
    Upper,
    Lower,
    Title,
    Date,
    Time,

    /// <summary>As a machine reads it: RFC 3339, <c>true</c>.</summary>
    Iso,
}
