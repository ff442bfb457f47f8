namespace AesthetixWorkflows.Core.Wording;

/// <summary>Finds the end of each block. One mistake is told once: where a block cannot be read, its else and its end are not told.</summary>
sealed class BlockPairing
{
    /// <summary>Blocks within blocks; nobody reads deeper ones.</summary>
    const int Deepest = 5;

    readonly IReadOnlyList<TemplateTag> tags;
    readonly List<TemplateProblem> problems;
    readonly HashSet<int> paired = [];
    readonly List<Opened> open = [];

    BlockPairing(IReadOnlyList<TemplateTag> tags, List<TemplateProblem> problems) => (this.tags, this.problems) = (tags, problems);

    /// <returns>The tags, by their place, that are what they say.</returns>
    public static HashSet<int> Pair(IReadOnlyList<TemplateTag> tags, List<TemplateProblem> problems)
    {
        var pairing = new BlockPairing(tags, problems);
        for (var at = 0; at < tags.Count; at++)
            pairing.Take(at);
        pairing.Drop(0);
        return pairing.paired;
    }

    void Take(int at)
    {
        switch (tags[at])
        {
            case TemplateTag.Value value when LoopNames.IsLoops(value.Field.Name) && !InLoop:
                Tell(value, TemplateFault.Stray, $"{value.Field.Source} has a meaning only between {{{{#each}}}} and {{{{/each}}}}.");
                break;
            case TemplateTag.Value:
                paired.Add(at);
                break;
            case TemplateTag.Open begin:
                Begin(begin, at);
                break;
            case TemplateTag.Else when open is [.., var last] && last.Else is null:
                open[^1] = last with { Else = at };
                break;
            case TemplateTag.Else again:
                Tell(again, TemplateFault.Stray, open.Count == 0 ? "{{else}} stands outside of a block." : $"The block #{open[^1].Word} has a second {{{{else}}}}.");
                break;
            case TemplateTag.Close end:
                End(end, at);
                break;
            case TemplateTag.Broken broken:
                Tell(broken, broken.Fault, broken.Message);
                if (broken.Opens is { } word)
                    open.Add(new(word, at, Reads: false));
                break;
        }
    }

    bool InLoop => open.Exists(block => block is { Word: "each", Reads: true, Else: null });

    void Begin(TemplateTag.Open begin, int at)
    {
        var problem = LoopNames.IsLoops(begin.Name) && !InLoop ? $"'{begin.Name}' after #{begin.Word} has a meaning only between {{{{#each}}}} and {{{{/each}}}}."
            : open.Count >= Deepest ? $"More than {Deepest} blocks lie within each other." : null;
        if (problem is not null)
            Tell(begin, open.Count >= Deepest ? TemplateFault.Block : TemplateFault.Stray, problem);
        open.Add(new(begin.Word, at, Reads: problem is null));
    }

    void End(TemplateTag.Close end, int at)
    {
        var block = open.FindLastIndex(block => block.Word == end.Word);
        if (block < 0)
        {
            Tell(end, TemplateFault.Stray, $"{{{{/{end.Word}}}}} ends a block that was not opened.");
            return;
        }
        Drop(block + 1);
        var ended = open[block];
        open.RemoveAt(block);
        if (!ended.Reads)
            return;
        paired.Add(ended.At);
        paired.Add(at);
        if (ended.Else is { } other)
            paired.Add(other);
    }

    /// <summary>Those opened later than the one that ends were never ended.</summary>
    void Drop(int from)
    {
        foreach (var lost in open.Skip(from).Where(block => block.Reads))
            Tell(tags[lost.At], TemplateFault.Unclosed, $"The block #{lost.Word} has no {{{{/{lost.Word}}}}}.");
        open.RemoveRange(from, open.Count - from);
    }

    void Tell(TemplateTag tag, TemplateFault fault, string message) => problems.Add(new(tag.Start, message, fault));

    readonly record struct Opened(string Word, int At, bool Reads, int? Else = null);
}
