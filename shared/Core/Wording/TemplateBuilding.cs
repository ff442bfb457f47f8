using System.Collections.Immutable;
using System.Text;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Makes parts of the tags of a text. A block's tag alone on its line takes the line with it, so that blocks may be
/// written one below the other.</summary>
sealed class TemplateBuilding
{
    readonly StringBuilder literal = new();
    readonly Stack<Block> blocks = new([new Block(null)]);

    public static ImmutableArray<TemplatePart> Build(string text, IReadOnlyList<TemplateTag> tags, HashSet<int> paired)
    {
        var building = new TemplateBuilding();
        var at = 0;
        for (var place = 0; place < tags.Count; place++)
        {
            if (!paired.Contains(place))
                continue;
            var tag = tags[place];
            var (from, to) = tag is TemplateTag.Value ? (tag.Start, tag.End) : Line(text, tag);
            // Two tags on lines of their own may both claim what lies between them.
            building.literal.Append(text, at, Math.Max(0, from - at));
            building.Take(tag);
            at = Math.Max(at, to);
        }
        building.literal.Append(text, at, text.Length - at);
        return building.Side();
    }

    void Take(TemplateTag tag)
    {
        switch (tag)
        {
            case TemplateTag.Value value:
                AddLiteral();
                blocks.Peek().Parts.Add(value.Field);
                break;
            case TemplateTag.Open begin:
                AddLiteral();
                blocks.Push(new(begin));
                break;
            case TemplateTag.Else:
                blocks.Peek().First = Side();
                break;
            case TemplateTag.Close:
                var second = Side();
                var block = blocks.Pop();
                blocks.Peek().Parts.Add(block.End(second));
                break;
            default:
                throw new InvalidOperationException($"A tag of unknown kind: {tag.GetType().Name}.");
        }
    }

    ImmutableArray<TemplatePart> Side()
    {
        AddLiteral();
        return blocks.Peek().Parts.DrainToImmutable();
    }

    void AddLiteral()
    {
        if (literal.Length > 0)
            blocks.Peek().Parts.Add(new TemplatePart.Literal(literal.ToString()));
        literal.Clear();
    }

    static (int From, int To) Line(string text, TemplateTag tag)
    {
        var from = tag.Start;
        while (from > 0 && text[from - 1] is ' ' or '\t')
            from--;
        if (from > 0 && text[from - 1] != '\n')
            return (tag.Start, tag.End);
        var to = tag.End;
        while (to < text.Length && text[to] is ' ' or '\t')
            to++;
        if (to == text.Length)
            return (from, to);
        var end = text[to] == '\r' && to + 1 < text.Length ? to + 1 : to;
        return text[end] == '\n' ? (from, end + 1) : (tag.Start, tag.End);
    }

    sealed class Block(TemplateTag.Open? begin)
    {
        public ImmutableArray<TemplatePart>.Builder Parts { get; } = ImmutableArray.CreateBuilder<TemplatePart>();

        public ImmutableArray<TemplatePart>? First { get; set; }

        public TemplatePart End(ImmutableArray<TemplatePart> last)
        {
            var (first, second) = First is { } before ? (before, last) : (last, []);
            return begin!.Word switch
            {
                "each" => new TemplatePart.Each(begin.Name, first, second),
                "unless" => new TemplatePart.If(begin.Name, second, first),
                _ => new TemplatePart.If(begin.Name, first, second),
            };
        }
    }
}
