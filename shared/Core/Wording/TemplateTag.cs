using System.Collections.Frozen;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>What stands between one pair of braces, and where.</summary>
abstract record TemplateTag(int Start, int End)
{
    static readonly FrozenSet<string> words = FrozenSet.Create(StringComparer.Ordinal, "if", "unless", "each");

    public sealed record Value(int Start, int End, TemplatePart.Field Field) : TemplateTag(Start, End);

    public sealed record Open(int Start, int End, string Word, string Name) : TemplateTag(Start, End);

    public sealed record Else(int Start, int End) : TemplateTag(Start, End);

    public sealed record Close(int Start, int End, string Word) : TemplateTag(Start, End);

    /// <param name="Opens">The word of a block that this would have opened; its end is then no mistake of its own.</param>
    public sealed record Broken(int Start, int End, TemplateFault Fault, string Message, string? Opens = null) : TemplateTag(Start, End);

    public static TemplateTag Read(string source, int start)
    {
        var end = start + source.Length;
        var inside = source.AsSpan(2, source.Length - 4).Trim();
        if (inside is "else")
            return new Else(start, end);
        if (inside is ['/', ..])
            return new Close(start, end, inside[1..].Trim().ToString());
        if (inside is ['#', ..])
            return ReadOpen(inside[1..].ToString(), start, end);
        return FieldTag.TryRead(source, out var field, out var problem)
            ? new Value(start, end, field) : new Broken(start, end, TemplateFault.Field, problem);
    }

    static TemplateTag ReadOpen(string inside, int start, int end)
    {
        var blank = inside.AsSpan().IndexOfAny(" \t\r\n");
        var word = blank < 0 ? inside : inside[..blank];
        var name = blank < 0 ? "" : inside[blank..].Trim();
        if (!words.Contains(word))
            return new Broken(start, end, TemplateFault.Block, $"There is no block named '#{word}'; there are #if, #unless and #each.", word);
        if (name.Length == 0)
            return new Broken(start, end, TemplateFault.Block, $"The block #{word} needs a field after it.", word);
        if (!FieldName.IsValid(name) && !LoopNames.IsMark(name))
            return new Broken(start, end, TemplateFault.Block, $"'{name}' after #{word} is not the name of a merge field.", word);
        return new Open(start, end, word, name);
    }
}
