using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>A stretch of plain words that says one thing. Remembers which of them something was made of.</summary>
sealed class Clause
{
    readonly bool[] _used;
    readonly int[] _starts;

    public Clause(IReadOnlyList<Word> words, string prompt, int sentence)
    {
        (Words, Prompt, Sentence, _used, _starts) = (words, prompt, sentence, new bool[words.Count], new int[words.Count]);
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            _starts[i] = at;
            at += words[i].Text.Length + 1;
        }
        Text = string.Join(' ', words.Select(word => word.Text));
    }

    public IReadOnlyList<Word> Words { get; }
    /// <summary>The plain words, joined by spaces: what phrases are matched against.</summary>
    public string Text { get; }
    public string Prompt { get; }
    /// <summary>Which sentence of the prompt it belongs to.</summary>
    public int Sentence { get; }
    public int Length => Words.Count;
    public bool IsEmpty => Words.Count == 0;

    /// <summary>As it was typed.</summary>
    public string Typed => IsEmpty ? "" : Together().Trim(' ', ',', '.', ':');

    /// <summary>Words that once stood between them belong to others by now.</summary>
    string Together()
    {
        var text = new System.Text.StringBuilder();
        var at = Words[0].Start;
        foreach (var word in Words.Where(word => word.Start >= at || text.Length == 0))
        {
            var between = Prompt[Math.Min(at, word.Start)..word.Start];
            text.Append(between.Any(char.IsLetterOrDigit) ? " " : between).Append(Prompt, word.Start, word.End - word.Start);
            at = word.End;
        }
        return text.Replace(" ,", ",").ToString();
    }

    /// <summary>Matches, and counts the matched words as understood.</summary>
    public Match? Take(Regex phrase)
    {
        var match = phrase.Match(Text);
        if (!match.Success || match.Length == 0) return null;
        Use(match);
        return match;
    }

    public void Use(Capture match) => Use(match.Index, match.Length);

    public void Use(int start, int length)
    {
        for (var i = 0; i < Words.Count; i++)
            if (_starts[i] < start + length && _starts[i] + Words[i].Text.Length > start) UseWord(i);
    }

    public void UseAll()
    {
        for (var i = 0; i < Words.Count; i++) UseWord(i);
    }

    /// <summary>Words that stand in what was written of them need nobody to look after them.</summary>
    public void UseWritten(string written)
    {
        for (var i = 0; i < Words.Count; i++)
            if (written.Contains(Words[i].Literal ?? Prompt[Words[i].Start..Words[i].End], StringComparison.OrdinalIgnoreCase)) UseWord(i);
    }

    void UseWord(int word) => (_used[word], Words[word].Mark.IsUsed) = (true, true);

    /// <summary>The words of a part of the match, as they were typed.</summary>
    public string TypedOf(Capture part)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < Words.Count; i++)
            if (_starts[i] < part.Index + part.Length && _starts[i] + Words[i].Text.Length > part.Index) (first, last) = (first < 0 ? i : first, i);
        return first < 0 ? "" : Prompt[Words[first].Start..Words[last].End].Trim(' ', ',');
    }

    /// <summary>What stood in quotation marks, in order.</summary>
    public IEnumerable<string> Quotes => Words.Where(word => word.Text == Word.Quote).Select(word => word.Literal!);

    public string? Address => Words.FirstOrDefault(word => word.Text == Word.Address)?.Literal;

    /// <summary>Runs of words that nothing was made of, as typed. Little words alone do not count.</summary>
    public IEnumerable<string> Unused() => Runs(word => _used[word]);

    /// <summary>The same of words that no other reader made anything of either.</summary>
    public IEnumerable<string> Unread() => Runs(word => Words[word].Mark.IsUsed);

    IEnumerable<string> Runs(Func<int, bool> used)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (used(i) || Words[i].IsMark) continue;
            var end = i;
            while (end + 1 < Words.Count && !used(end + 1)) end++;
            var (first, last) = (i, end);
            while (first <= last && Says(first) is false) first++;
            while (last > first && Says(last) is false) last--;
            // "Do not …" is never told without its "not".
            while (first <= last && first > i && Words[first - 1].Text is "not" or "never" or "no") first--;
            // "They are not a patient" says something, of little words only.
            if (first > last && end - i >= 2 && Enumerable.Range(i, end - i + 1) is var little && little.Any(at => Words[at].Text is "not" or "never") && little.Any(at => Words[at].Text is "patient" or "lead" or "contact" or "new")) (first, last) = (i, end);
            if (first <= last) yield return Prompt[Words[first].Start..Words[last].End].Trim(' ', ',', '.');
            i = end;
        }
    }

    bool Says(int word) => !Words[word].IsMark && !LittleWords.Has(Words[word].Text);

    /// <summary>The clause from a word on.</summary>
    public Clause From(int word) => new([.. Words.Skip(Math.Max(0, word))], Prompt, Sentence);

    public Clause Until(int word) => new([.. Words.Take(word)], Prompt, Sentence);

    /// <summary>The words that nothing was made of yet. What is understood of them counts here too.</summary>
    public Clause Remaining() => new([.. Words.Where((_, i) => !_used[i])], Prompt, Sentence);

    /// <summary>Without a part that another reader looks after.</summary>
    public Clause Without(Capture part) => new([.. Words.Where((_, i) => _starts[i] >= part.Index + part.Length || _starts[i] + Words[i].Text.Length <= part.Index)], Prompt, Sentence);

    /// <summary>Whatever was made of the words of a part of it was made of its own.</summary>
    public void Adopt(Clause part)
    {
        for (var i = 0; i < Words.Count; i++)
            for (var at = 0; at < part.Words.Count; at++)
                if (part._used[at] && ReferenceEquals(part.Words[at].Mark, Words[i].Mark)) UseWord(i);
    }

    /// <summary>Which word a place in the text belongs to.</summary>
    public int WordAt(int place)
    {
        for (var i = 0; i < Words.Count; i++)
            if (_starts[i] + Words[i].Text.Length > place) return i;
        return Words.Count - 1;
    }

    public int PlaceOf(int word) => _starts[word];
}
