using System.Collections.Immutable;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Text with merge fields and blocks: <c>Hi {{contact.firstName | default: "there"}}</c>.</summary>
/// <remarks>Filters, in the order they are written: <c>default: "…"</c>, <c>upper</c>, <c>lower</c>, <c>title</c>,
/// <c>date: "d MMM"</c>, <c>time: "HH:mm"</c> (both with or without a format), <c>iso</c>, <c>list: "and"</c> and <c>join: ", "</c>.
/// Blocks: <c>{{#if field}}</c>, <c>{{#unless field}}</c> and <c>{{#each list}}</c>, each with an <c>{{else}}</c> if need be; in a
/// loop <c>{{this}}</c>, <c>{{this.name}}</c>, <c>{{@number}}</c> (from 1), <c>{{@index}}</c> (from 0), <c>@first</c> and
/// <c>@last</c>. A value is never read as a template again. What cannot be read stays in the text as it is, and is a
/// <see cref="Problems"/>.</remarks>
public sealed class Template
{
    Template(ImmutableArray<TemplatePart> parts, ImmutableArray<TemplateProblem> problems)
    {
        (Parts, Problems) = (parts, problems);
        Fields = [.. TemplateFields.Of(parts).Distinct(StringComparer.Ordinal)];
    }

    public ImmutableArray<TemplatePart> Parts { get; }

    public ImmutableArray<TemplateProblem> Problems { get; }

    /// <summary>Each field that is used, once, in order of appearance; <c>{{this.price}}</c> in a loop over <c>order.items</c> is
    /// <c>order.items.price</c>.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>The field, when the template is one bare field and nothing else.</summary>
    internal string? SoleField => Parts is [TemplatePart.Field { Filters.IsEmpty: true, Fallback: null } sole] ? sole.Name : null;

    /// <summary>Reads a template. Never throws.</summary>
    public static Template Parse(string text)
    {
        var (parts, problems) = TemplateReader.Read(text);
        return new(parts, problems);
    }

    /// <summary>Fills the fields. One without a value and without a fallback is reported, and its tag stays in the text.</summary>
    /// <param name="escape">Applied to values and fallbacks; the text around them is taken as already right.</param>
    /// <param name="nothing">Written where a value is missing; null: the tag as it is.</param>
    public Rendered Render(Setting setting, Escape escape = Escape.None, string? nothing = null) => TemplateRun.Of(this, setting, escape, nothing);
}

/// <summary>A template filled in. With <paramref name="Missing"/> fields, or cut short, it must not be sent.</summary>
/// <param name="IsCut">A loop would have gone on for ever, or nearly so.</param>
public sealed record Rendered(string Text, ImmutableArray<string> Missing, bool IsCut = false);
