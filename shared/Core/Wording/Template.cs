using System.Collections.Immutable;
using System.Text;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Text with merge fields: <c>Hi {{contact.firstName | default: "there"}}</c>.</summary>
/// <remarks>Filters, in the order they are written: <c>default: "…"</c>, <c>upper</c>, <c>lower</c>, <c>title</c>,
/// <c>date: "d MMM"</c>, <c>time: "HH:mm"</c> (both with or without a format) and <c>iso</c>. A value is never read as a template
/// again. What cannot be read stays in the text as it is, and is a <see cref="Problems"/>.</remarks>
public sealed class Template
{
    Template(ImmutableArray<TemplatePart> parts, ImmutableArray<TemplateProblem> problems)
    {
        (Parts, Problems) = (parts, problems);
        Fields = [.. parts.OfType<TemplatePart.Field>().Select(tag => tag.Name).Distinct(StringComparer.Ordinal)];
    }

    public ImmutableArray<TemplatePart> Parts { get; }

    public ImmutableArray<TemplateProblem> Problems { get; }

    /// <summary>Each field that is used, once, in order of appearance.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>The field, when the template is one bare field and nothing else.</summary>
    internal string? SoleField => Parts is [TemplatePart.Field { Filters.IsEmpty: true, Fallback: null } sole] ? sole.Name : null;

    /// <summary>Reads a template. Never throws.</summary>
    public static Template Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var problems = ImmutableArray.CreateBuilder<TemplateProblem>();
        var literal = new StringBuilder();
        var (at, close) = (0, -1);
        while (at < text.Length && text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            literal.Append(text, at, open - at);
            // Looked for again only once passed: a text of nothing but {{ is read in one go too.
            if (close < open + 2)
                close = text.IndexOf("}}", open + 2, StringComparison.Ordinal) is >= 0 and var found ? found : int.MaxValue;
            var again = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            if (close == int.MaxValue || again >= 0 && again < close)
            {
                problems.Add(new(open, "A merge field is opened with {{ but not closed with }}."));
                literal.Append("{{");
                at = open + 2;
                continue;
            }
            at = close + 2;
            var source = text[open..at];
            if (FieldTag.TryRead(source, out var field, out var problem))
            {
                AddLiteral();
                parts.Add(field);
            }
            else
            {
                problems.Add(new(open, problem));
                literal.Append(source);
            }
        }
        literal.Append(text, at, text.Length - at);
        AddLiteral();
        return new(parts.ToImmutable(), problems.ToImmutable());

        void AddLiteral()
        {
            if (literal.Length > 0)
                parts.Add(new TemplatePart.Literal(literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>Fills the fields. One without a value and without a fallback is reported, and its tag stays in the text.</summary>
    /// <param name="escape">Applied to values and fallbacks; the text around them is taken as already right.</param>
    /// <param name="nothing">Written where a value is missing; null: the tag as it is.</param>
    public Rendered Render(Setting setting, Escape escape = Escape.None, string? nothing = null)
    {
        var text = new StringBuilder();
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Parts)
            switch (part)
            {
                case TemplatePart.Literal literal:
                    text.Append(literal.Text);
                    break;
                case TemplatePart.Field field:
                    var value = FieldText.Of(field, setting.Find(field.Name), setting.Zone) ?? field.Fallback;
                    if (value is null && !missing.Contains(field.Name))
                        missing.Add(field.Name);
                    text.Append(value is null ? nothing ?? field.Source : Escaping.Apply(value, escape));
                    break;
                default:
                    throw new InvalidOperationException($"A part of unknown kind: {part.GetType().Name}.");
            }
        return new(text.ToString(), missing.ToImmutable());
    }
}

/// <summary>A template filled in. With <paramref name="Missing"/> fields it must not be sent.</summary>
public sealed record Rendered(string Text, ImmutableArray<string> Missing);

/// <summary>What is wrong with a template, and at which character it begins.</summary>
public sealed record TemplateProblem(int Position, string Message);
