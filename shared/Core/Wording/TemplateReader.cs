using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Reads a template: finds the tags, pairs the blocks, then builds the parts. What has no partner stays text.</summary>
sealed class TemplateReader
{
    readonly string text;
    readonly List<TemplateTag> tags = [];
    readonly List<TemplateProblem> problems = [];

    TemplateReader(string text) => this.text = text;

    public static (ImmutableArray<TemplatePart> Parts, ImmutableArray<TemplateProblem> Problems) Read(string text)
    {
        var reader = new TemplateReader(text);
        reader.FindTags();
        var paired = BlockPairing.Pair(reader.tags, reader.problems);
        var parts = TemplateBuilding.Build(text, reader.tags, paired);
        return (parts, [.. reader.problems.OrderBy(problem => problem.Position)]);
    }

    void FindTags()
    {
        var (at, close) = (0, -1);
        while (at < text.Length && text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            // Looked for again only once passed: a text of nothing but {{ is read in one go too.
            if (close < open + 2)
                close = text.IndexOf("}}", open + 2, StringComparison.Ordinal) is >= 0 and var found ? found : int.MaxValue;
            var again = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            if (close == int.MaxValue || again >= 0 && again < close)
            {
                problems.Add(new(open, "A merge field is opened with {{ but not closed with }}."));
                at = open + 2;
                continue;
            }
            at = close + 2;
            tags.Add(TemplateTag.Read(text[open..at], open));
        }
    }
}
