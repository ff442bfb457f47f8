using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>A stretch of a template.</summary>
public abstract record TemplatePart
{
    private TemplatePart() { }

    public sealed record Literal(string Text) : TemplatePart;

    /// <param name="Name">Dotted name: <c>contact.firstName</c>; in a loop also <c>this</c>, <c>this.name</c>, <c>@index</c>.</param>
    /// <param name="Fallback">What stands there when the field has no value; null when there is none. May be empty on purpose.</param>
    /// <param name="Source">The tag as it is written.</param>
    public sealed record Field(string Name, ImmutableArray<TextFilter> Filters, string? Fallback, string Source) : TemplatePart;

    /// <summary><c>{{#if field}}…{{else}}…{{/if}}</c>. Of <c>#unless</c> the sides are the other way round.</summary>
    public sealed record If(string Name, ImmutableArray<TemplatePart> Then, ImmutableArray<TemplatePart> Otherwise) : TemplatePart;

    /// <summary><c>{{#each list}}…{{else}}…{{/each}}</c>.</summary>
    /// <param name="Otherwise">Stands there when the list is empty.</param>
    public sealed record Each(string Name, ImmutableArray<TemplatePart> Body, ImmutableArray<TemplatePart> Otherwise) : TemplatePart;
}

/// <summary>A change to a value on its way into the text.</summary>
/// <param name="Format">Of date and time: the format; of <c>list</c>: the word before the last; of <c>join</c>: what stands between. Null is the usual.</param>
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

    /// <summary>A list as people write one: "Botox, Peel and Laser".</summary>
    List,

    /// <summary>A list with the same between all of it.</summary>
    Join,
}
