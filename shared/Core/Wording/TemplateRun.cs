using System.Collections.Immutable;
using System.Text;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>One filling of a template.</summary>
sealed class TemplateRun(Setting setting, Escape escape, string? nothing)
{
    /// <summary>Rounds of all loops together: more than anybody reads, and an end to loops within loops.</summary>
    const int MostRounds = 1000;

    /// <summary>Characters after which no loop begins another round.</summary>
    const int Longest = 200_000;

    readonly StringBuilder text = new();
    readonly ImmutableArray<string>.Builder missing = ImmutableArray.CreateBuilder<string>();
    int rounds;
    bool isCut;

    public static Rendered Of(Template template, Setting setting, Escape escape, string? nothing)
    {
        var run = new TemplateRun(setting, escape, nothing);
        run.Write(template.Parts, null);
        return new(run.text.ToString(), run.missing.ToImmutable(), run.isCut);
    }

    void Write(ImmutableArray<TemplatePart> parts, Loop? loop)
    {
        foreach (var part in parts)
            switch (part)
            {
                case TemplatePart.Literal literal:
                    text.Append(literal.Text);
                    break;
                case TemplatePart.Field field:
                    Write(field, loop);
                    break;
                case TemplatePart.If branch:
                    Write(ListItems.IsSomething(Find(branch.Name, loop)) ? branch.Then : branch.Otherwise, loop);
                    break;
                case TemplatePart.Each each:
                    Write(each, loop);
                    break;
                default:
                    throw new InvalidOperationException($"A part of unknown kind: {part.GetType().Name}.");
            }
    }

    void Write(TemplatePart.Field field, Loop? loop)
    {
        var value = FieldText.Of(field, Find(field.Name, loop), setting.ZoneOf(field.Name), setting.Dates) ?? field.Fallback;
        if (value is null && (LoopNames.Outside(field.Name, loop?.List) ?? field.Name) is var name && !missing.Contains(name))
            missing.Add(name);
        text.Append(value is null ? nothing ?? field.Source : Escaping.Apply(value, escape));
    }

    void Write(TemplatePart.Each each, Loop? outer)
    {
        var items = ListItems.Of(Find(each.Name, outer));
        if (items.IsEmpty)
            Write(each.Otherwise, outer);
        var list = LoopNames.Outside(each.Name, outer?.List) ?? each.Name;
        for (var at = 0; at < items.Length && !isCut; at++)
            if (++rounds > MostRounds || text.Length > Longest)
                isCut = true;
            else
                Write(each.Body, new(list, items[at], at, items.Length));
    }

    Fact Find(string name, Loop? loop) => LoopNames.IsLoops(name) ? loop?.Find(name) ?? Fact.None : setting.Find(name);

    /// <param name="List">The list's name outside the loop.</param>
    sealed record Loop(string List, IFacts Item, int At, int Count)
    {
        public Fact Find(string name) => name switch
        {
            LoopNames.Index => new Fact.Number(At),
            LoopNames.Number => new Fact.Number(At + 1),
            LoopNames.First => new Fact.Flag(At == 0),
            LoopNames.Last => new Fact.Flag(At == Count - 1),
            LoopNames.This => Item.Find("") is not Fact.Nothing and var plain ? plain : Item.Find("name"),
            _ => LoopNames.TryItem(name, out var below) ? Item.Find(below) : Fact.None,
        };
    }
}
