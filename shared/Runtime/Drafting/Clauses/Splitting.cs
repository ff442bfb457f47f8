using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>Cuts a prompt into clauses: each says one thing that happens, is waited for, is asked or is done.</summary>
static partial class Splitting
{
    public static List<Clause> Clauses(string prompt)
    {
        var (clauses, sentence) = (new List<Clause>(), new List<Word>());
        var number = 0;
        foreach (var word in Preamble.Without(Tokenizing.Words(prompt)).Append(new(Word.Full, prompt.Length, prompt.Length)))
        {
            if (word.Text != Word.Full) { sentence.Add(word); continue; }
            if (sentence.Count > 0) clauses.AddRange(Sentence(sentence, prompt, number++));
            sentence = [];
        }
        return Headline.Spread(Relative.Apart(clauses));
    }

    static List<Clause> Sentence(List<Word> words, string prompt, int number)
    {
        var whole = new Clause(words, prompt, number);
        var start = 0;
        var found = new List<Clause>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Cut(whole, start, i) is not { } next) continue;
            Keep(start, i);
            start = next;
            i = Math.Max(i, next - 1);
        }
        Keep(start, words.Count);
        return found;

        void Keep(int from, int to)
        {
            while (from < to && (words[from].IsMark || words[from].Text is "and" or "then" or "but" or "plus" or "finally" or "lastly" or "so" || words[from].Text == "also" && !(from + 1 < to && words[from + 1].Text is "start" or "begin" or "trigger" or "run" or "when"))) from++;
            while (to > from && (words[to - 1].IsMark || words[to - 1].Text is "and" or "then" or "but" or "also")) to--;
            if (to > from) found.Add(new Clause([.. words.Skip(from).Take(to - from)], prompt, number));
        }
    }

    /// <summary>Where the next clause begins when this one ends before the word; null when it goes on.</summary>
    static int? Cut(Clause whole, int start, int i)
    {
        var word = whole.Words[i].Text;
        if (i == start) return null;
        var before = whole.Words[i - 1].Text;
        string So() => string.Join(' ', whole.Words.Skip(start).Take(i - start).Where(w => !w.IsMark).Select(w => w.Text));
        string Rest(int from) => from < whole.Length ? whole.Text[whole.PlaceOf(from)..] : "";
        switch (word)
        {
            case "then":
                return i + 1;
            case Word.Comma:
                var next = i + 1;
                while (next < whole.Length && whole.Words[next].Text is "and" or "then" or "but" or "also" or "plus") next++;
                if (ListOfLengths().IsMatch(So()) && StartsWithLength().IsMatch(Rest(next))) return null;
                return Openers.At(Rest(next)) || Openers.Subordinate(So()) && !So().Contains(Word.Comma, StringComparison.Ordinal) && !Anaphora().IsMatch(Rest(next)) ? i + 1 : null;
            case "and" or "but" or "plus":
                if (ListOfLengths().IsMatch(So()) && StartsWithLength().IsMatch(Rest(i + 1))) return null;
                return Openers.At(Rest(i + 1)) ? i + 1 : null;
            case "otherwise" or "else" when before is not "someone" and not "or":
                return i;
            case "only" when Restriction().IsMatch(Rest(i)) && !(Messages().IsMatch(So()) && Times().IsMatch(Rest(i))):
            case "except" when i - start >= 2 && before is not "not":
                return i;
            case "if" or "unless" when before is not ("and" or "but" or "or" or Word.Comma or "stop" or "only" or "start" or "even" or "end" or "otherwise" or "it" or "begin" or "see" or "ask" or "check" or "branch" or "know" or "not" or "checks" or "asking" or "except") && !StartOrStop().IsMatch(So()):
            case "once" when before is not "only" && Whoever().IsMatch(Rest(i + 1)) && !StartOrStop().IsMatch(So()) && !Openers.Subordinate(So()) && Openers.IsVerb(whole.Words[start].Text):
            case "as" when Rest(i).StartsWith("as soon as ", StringComparison.Ordinal) && Whoever().IsMatch(Rest(Math.Min(i + 3, whole.Length))) && !StartOrStop().IsMatch(So()) && !Openers.Subordinate(So()) && Openers.IsVerb(whole.Words[start].Text):
            case "when" or "whenever" when !StartOrStop().IsMatch(So()) && !Openers.Subordinate(So()) && Openers.IsVerb(whole.Words[start].Text):
                return i;
            case "we" or "i" or "please" or "have" or "get" or "let" when Openers.Subordinate(So()) && i - start >= 2 && (!Openers.Blocks(before, word) || before == "also") && Somebody().IsMatch(Rest(i)):
                return i;
            default:
                // "Before sending the text" names a place and no deed.
                if (before is ("before" or "after" or "without") && whole.Prompt[whole.Words[i].Start..whole.Words[i].End].EndsWith("ing", StringComparison.OrdinalIgnoreCase)) return null;
                var verb = Openers.IsVerb(word) && !Openers.Blocks(before, word) && !(before is "someone" or "patient" or "who" or "people" && i - start <= 3 && whole.Words[start].Text is "when" or "whenever" or "if") && (!Openers.IsVerb(before) || i - start >= 2 && Openers.Blocks(whole.Words[i - 2].Text, before)) && before is not Word.Comma;
                if (word is "check" or "follow" && i + 1 < whole.Length && whole.Words[i + 1].Text is "on" or "in" or "up" or "with" or "how") return Openers.Subordinate(So()) && i - start >= 2 && !Openers.Blocks(before, word) ? i : null;
                return verb && (word == "wait" || Openers.IsPlainVerb(word) && i - start >= 2 && !Openers.IsVerb(whole.Words[start].Text) && !Wishes().IsMatch(So()) || Openers.Subordinate(So()) && i - start >= 2 && word is not ("do" or "have" or "get" or "book" or "confirm" or "open" or "end" or "check" or "follow" or "move" or "change" or "start")) ? i : null;
        }
    }


    [GeneratedRegex(@"\d+(?: (?:minute|hour|day|week|month|year))?$", RegexOptions.NonBacktracking)]
    private static partial Regex ListOfLengths();

    [GeneratedRegex(@"^\d+ (?:minute|hour|day|week|month|year)\b", RegexOptions.NonBacktracking)]
    private static partial Regex StartsWithLength();

    [GeneratedRegex("^(?:they|someone|the|a|an|patient|lead|contact|it) ", RegexOptions.NonBacktracking)]
    private static partial Regex Whoever();

    /// <summary>"Send texts only on weekdays" is one rule and no text.</summary>
    [GeneratedRegex("^(?:please )?(?:send )?(?:the |all |our |any )?(?:texts?|emails?|messages?|everything|anything)$", RegexOptions.NonBacktracking)]
    private static partial Regex Messages();

    [GeneratedRegex("^only (?:on|between|during|in|from|at|weekdays|weekends)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Times();

    [GeneratedRegex("^only (?:for|if|on|between|during|once|when|send|text|in|from|at|with|new|existing|weekdays|patient)", RegexOptions.NonBacktracking)]
    private static partial Regex Restriction();

    [GeneratedRegex("^(?:please )?(?:(?:change|set|make|update) the (?:trigger|start)|stop|start|begin|end|exit|run|trigger|also start|only|quit|add a branch|(?:take|remove) (?:them|patient) out)", RegexOptions.NonBacktracking)]
    private static partial Regex StartOrStop();

    /// <summary>"We would like to …", "the front desk should …": the verb is still to come.</summary>
    [GeneratedRegex("^(?:i|we|you|please|can|could|would|let|the|our|have|get|then)\\b|\\b(?:want|like|need|should|must|can|will|to|would)$", RegexOptions.NonBacktracking)]
    private static partial Regex Wishes();

    /// <summary>"we text them", "have Nora call them".</summary>
    [GeneratedRegex(@"^(?:(?:we|i|please) (?:should |will |want to |would like to |also )?|(?:have|get|let) (?:the |our )?[\w.]+ (?:[\w.]+ )?(?:to )?)(?:text|email|call|phone|ring|send|notify|message|ask|create|add|remind|follow|check|reach|tell|alert|tag)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Somebody();

    [GeneratedRegex("^(?:or|and|who|which|that|but only|in|at|on|with|from)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Anaphora();
}
