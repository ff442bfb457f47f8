using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>People say the deed first and its condition after: "call them if they have not paid". It is asked before it is done.</summary>
static class Ordering
{
    public static List<Clause> AsTheyHappen(List<Clause> clauses)
    {
        var ordered = new List<Clause>(clauses);
        for (var i = 1; i < ordered.Count; i++)
        {
            var (deed, question) = (ordered[i - 1], ordered[i]);
            if (deed.Sentence != question.Sentence || !Asks(question) || Asks(deed) || !Adjoining(deed, question) && !Excepts(question)) continue;
            // Only what was said last belongs to it, and it must have nothing of its own behind it.
            if (i + 1 < ordered.Count && ordered[i + 1].Sentence == question.Sentence && !ordered[i + 1].Text.StartsWith("otherwise", StringComparison.Ordinal) && !ordered[i + 1].Text.StartsWith("else", StringComparison.Ordinal)) continue;
            (ordered[i - 1], ordered[i]) = (question, deed);
        }
        return ordered;
    }

    static bool Asks(Clause clause) => clause.Words[0].Text is "if" or "when" or "whenever" or "once" || Excepts(clause);

    /// <summary>"Text them, unless …" is asked before it is done, comma or not.</summary>
    static bool Excepts(Clause clause) => clause.Words[0].Text is "unless" or "except" || clause.Words is [{ Text: "not" }, { Text: "if" or "when" }, ..];

    /// <summary>No comma and no "and" between them.</summary>
    static bool Adjoining(Clause deed, Clause question) =>
        deed.Prompt[deed.Words[^1].End..question.Words[0].Start].All(char.IsWhiteSpace);
}
