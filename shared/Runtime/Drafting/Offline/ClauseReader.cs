using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Offline;

/// <summary>Finds out what a clause wants, once it is known what starts the workflow.</summary>
static partial class ClauseReader
{
    /// <summary>As far into a prompt as its first clause begins.</summary>
    const int Beginning = 40;

    public static IEnumerable<Intent> Read(Clause clause, Scene scene, JsonObject settings)
    {
        if (clause.Take(Publish()) is not null)
        {
            scene.Assume("A draft is never published from here: look it over and publish it yourself.");
            return [];
        }
        if ((scene.AskedForReply || !NoReply().IsMatch(clause.Text)) && clause.Take(OtherWay()) is { } other) return [new Intent.Otherwise { Clause = clause }, .. Rest(clause, other, scene, settings)];
        if (clause.Take(NothingMore()) is not null) return [];
        if (clause.Take(StopWhen()) is { } stop) return Stop(clause, stop, scene, settings);
        if (Narrow(clause, scene)) return [];
        if (Except().Match(clause.Text) is { Success: true } except && except.Length < clause.Text.Length && Asked().IsMatch(except.Value))
        {
            clause.Use(except);
            var rest = clause.From(clause.WordAt(except.Length));
            clause = new([new("unless", rest.Words[0].Start, rest.Words[0].Start), .. rest.Words], clause.Prompt, clause.Sentence);
        }
        if (Forbidding().IsMatch(clause.Text) || GivingUp().IsMatch(clause.Text)) return Forbid(clause, settings, scene);
        if (SettingReader.Take(clause, settings, scene) && clause.Remaining() is var left && !Worth(left)) return [];
        clause = clause.Remaining();
        if (clause.Take(WaitWord()) is not null || OnlyLength().IsMatch(clause.Text)) return Wait(clause, scene);
        if (Repeat().Match(clause.Text) is { Success: true } repeat) return Again(clause, repeat, scene, settings);
        if (If().IsMatch(clause.Text)) return Ask(clause, scene);
        if (clause.Take(Half()) is { } half) return Divide(clause, half, scene, settings);
        if (clause.Take(OtherHalf()) is { } second) return [new Intent.Otherwise { Clause = clause }, .. Rest(clause, second, scene, settings)];
        if (ActReader.Read(clause, scene) is { } act) return Acts(clause, act.Time, act.Deeds);
        if (TimeReader.Take(clause, scene) is { } time)
        {
            scene.MissRest(clause);
            return [new Intent.Wait(time) { Clause = clause }];
        }
        scene.Miss(clause.Typed);
        return [];
    }

    /// <summary>What is not to be done is never done: a rule of the workflow when it is one, and told otherwise.</summary>
    static IEnumerable<Intent> Forbid(Clause clause, JsonObject settings, Scene scene)
    {
        if (!SettingReader.Take(clause, settings, scene)) scene.Miss(clause.Typed);
        clause.Take(Forbidding());
        scene.MissRest(clause);
        return [];
    }

    static IEnumerable<Intent> Acts(Clause clause, TimeMention? time, IReadOnlyList<ActWish> deeds)
    {
        if (time is TimeMention.Several several)
        {
            foreach (var offset in several.Offsets)
            {
                yield return new Intent.Wait(new TimeMention.Around(offset)) { Clause = clause };
                yield return new Intent.Act([.. deeds.Select(deed => deed with { Config = deed.Config.DeepClone().AsObject(), Name = ActReader.Headline($"{Assembling.Spoken.Offset(offset)}: {clause.Words[0].Text}") })]) { Clause = clause };
            }
            yield break;
        }
        if (time is not null) yield return new Intent.Wait(time) { Clause = clause };
        yield return new Intent.Act(deeds) { Clause = clause };
    }

    /// <summary>What stands behind the words that were read: "otherwise email them".</summary>
    static IEnumerable<Intent> Rest(Clause clause, Match match, Scene scene, JsonObject settings)
    {
        var rest = match.Length >= clause.Text.Length ? null : clause.From(clause.WordAt(match.Index + match.Length));
        if (rest is null || rest.IsEmpty || rest.Text is Word.Comma || !Worth(rest)) return [];
        return Read(rest.Words[0].Text is "a" or "an" ? new([new("send", rest.Words[0].Start, rest.Words[0].Start), .. rest.Words], rest.Prompt, rest.Sentence) : rest, scene, settings);
    }

    static IEnumerable<Intent> Stop(Clause clause, Match match, Scene scene, JsonObject settings)
    {
        if (match.Length >= clause.Text.Length) return [];
        var asked = clause.From(clause.WordAt(match.Index + match.Length));
        // "Stop if they book or reply": each of them ends it.
        var or = asked.Words.Select((word, at) => (word, at)).FirstOrDefault(entry => entry.word.Text == "or" && entry.at > 1).at;
        if (or > 0) return [.. StopOn(asked.Until(or), clause, scene, settings), .. StopOn(asked.From(or + 1), clause, scene, settings)];
        return StopOn(asked, clause, scene, settings);
    }

    static IEnumerable<Intent> StopOn(Clause asked, Clause clause, Scene scene, JsonObject settings)
    {
        var question = QuestionReader.Read(asked, scene);
        switch (question)
        {
            case Question.Answer { Kind: "reply" }:
                settings["stopOnReply"] = true;
                return [];
            case Question.Answer answer:
                scene.Miss(answer.Words);
                return [];
            case Question.Unknown unknown:
                scene.Miss(unknown.Words);
                return [];
            default:
                return [new Intent.Stop(question) { Clause = clause }];
        }
    }

    /// <summary>"Only for patients tagged vip" is a filter of every trigger.</summary>
    static bool Narrow(Clause clause, Scene scene)
    {
        var excluded = Except().IsMatch(clause.Text);
        if (!excluded && !Only().IsMatch(clause.Text) && !ForSome().IsMatch(clause.Text)) return false;
        var rows = Narrowing.Contact(clause, null, scene).Select(row => excluded ? row with { Op = Opposite(row.Op) } : row).ToList();
        foreach (var (start, at) in scene.Starts.Select((start, at) => (start, at)).ToList())
        {
            var own = rows.Concat(Narrowing.Take(clause, start.Type, scene).Select(row => excluded ? row with { Op = Opposite(row.Op) } : row)).DistinctBy(row => row.Field).Where(row => !start.Filters.Any(known => known.Field == row.Field)).ToList();
            if (own.Count == 0) continue;
            scene.Starts[at] = start with { Filters = [.. start.Filters, .. own] };
            rows = [.. rows.Concat(own).DistinctBy(row => row.Field)];
        }
        if (rows.Count == 0) return false;
        clause.Take(Except());
        clause.Take(Only());
        scene.MissRest(clause);
        return true;
    }

    /// <summary>"Except if they …" asks, "except vip" does not.</summary>
    [GeneratedRegex(@"\b(?:if|when|who)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    static string Opposite(string op) => op switch
    {
        "contains" => "notContains", "notContains" => "contains", "inLast" => "notInLast", "notInLast" => "inLast", "is" => "isNot", "lt" => "gte", "gt" => "lte", "lte" => "gt", "gte" => "lt", _ => op,
    };

    static IEnumerable<Intent> Wait(Clause clause, Scene scene)
    {
        if (UntilWord().Match(clause.Text) is { Success: true } until && clause.From(clause.WordAt(until.Index + until.Length)) is var rest && QuestionReader.Read(rest, scene) is not Question.Unknown and var question)
            return [new Intent.Hold(question) { Clause = clause }];
        var time = TimeReader.Take(clause, scene) ?? (clause.Take(Plainly()) is { } length ? new TimeMention.Later(Lengths.Iso(length.Value), TimeReader.At(clause, scene)) : null);
        if (time is TimeMention.Later { For: "PT0S" } later && clause.Take(Plainly()) is { } before) time = later with { For = Lengths.Iso(before.Value) };
        scene.MissRest(clause);
        if (time is not null) return [new Intent.Wait(time) { Clause = clause }];
        scene.Miss(clause.Typed);
        return [];
    }

    static IEnumerable<Intent> Ask(Clause clause, Scene scene)
    {
        // "If they have not confirmed 4 hours before": first the hour, then the question.
        var time = Before().IsMatch(clause.Text) ? TimeReader.Take(clause, scene) : null;
        var asked = time is null ? clause : clause.Remaining();
        var question = QuestionReader.Read(asked, scene);
        if (question is Question.Unknown)
        {
            scene.Miss(clause.Typed);
            // What starts it was said and not understood: that is a workflow without a start, not a condition.
            if (clause.Sentence == 0 && clause.Text.StartsWith("when", StringComparison.Ordinal) && clause.Words[0].Start < Beginning) return [];
            scene.Assume($"What follows “{clause.Typed}” is in the draft, but switched off: the condition was not understood.");
        }
        return time is null ? [new Intent.Ask(question) { Clause = clause }] : [new Intent.Wait(time) { Clause = clause }, new Intent.Ask(question) { Clause = clause }];
    }

    static IEnumerable<Intent> Divide(Clause clause, Match match, Scene scene, JsonObject settings)
    {
        var percent = match.Groups["n"].Success ? Math.Clamp(int.Parse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture), 0, 100) : 50;
        return [new Intent.Divide(percent) { Clause = clause }, .. Read(new Clause([.. clause.Remaining().Words], clause.Prompt, clause.Sentence), scene, settings)];
    }

    static IEnumerable<Intent> Again(Clause clause, Match repeat, Scene scene, JsonObject settings)
    {
        const int Most = 5;
        clause.Use(repeat);
        var deed = clause.Until(clause.WordAt(repeat.Index));
        var question = QuestionReader.Read(clause.From(clause.WordAt(repeat.Groups["until"].Index)), scene);
        var every = repeat.Groups["n"].Success ? repeat.Groups["n"].Value : "1";
        var intents = deed.IsEmpty ? [] : Read(deed, scene, settings).ToList();
        return [.. intents, new Intent.Again(Lengths.Iso($"{every} {repeat.Groups["unit"].Value}"), question, Most) { Clause = clause }];
    }

    static bool Worth(Clause clause) => clause.Words.Any(word => !word.IsMark && !LittleWords.Has(word.Text));

    [GeneratedRegex(@"^(?:and |then |please )*(?:publish|go live|turn (?:it|this) on|activate)\b.*", RegexOptions.NonBacktracking)]
    private static partial Regex Publish();

    [GeneratedRegex("^(?:(?:just )?(?:nothing|leave (?:it|them)(?: alone| be)?|that is it|that is all)|thanks?(?: so much| you| a lot)?|cheers)$", RegexOptions.NonBacktracking)]
    private static partial Regex NothingMore();

    /// <summary>The other way of a question about a reply; where none was asked, the question itself.</summary>
    [GeneratedRegex("^(?:and |but |or )*if no (?:reply|response|answer)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex NoReply();

    [GeneratedRegex(@"^(?:and |but |or )*(?:otherwise|else|or else|if (?:they )?(?:not|do not|did not|have not|are not|is not|does not)$|if not\b|if no(?: (?:reply|response|answer))?\b|if they (?:do|did|have|are) not$|(?:for )?(?:everyone|everybody|all) (?:else|others)|the (?:others|rest))(?: ,)?", RegexOptions.NonBacktracking)]
    private static partial Regex OtherWay();

    [GeneratedRegex(@"^(?:and |but |also |please |just |we |should |they |you )*(?:do not|never|no need to|avoid|not)\b(?: (?:text|message|email|send|call|ring|contact|bother|disturb|do|anything|messages|texts|emails|them|patient|people|anyone|this|it))*", RegexOptions.NonBacktracking)]
    private static partial Regex Forbidding();

    [GeneratedRegex(@"^(?:and |but |then |finally )*give up\b", RegexOptions.NonBacktracking)]
    private static partial Regex GivingUp();

    [GeneratedRegex(@"^(?:and |but |then )*(?:(?:stop|end|exit|quit|halt|finish|cancelled|abort|leave)(?: (?:this|it|the|workflow|everything|all|messages?|message|send|sequence|text|automation|reminders|here|immediately|any time|right away|them))*|(?:take|remove|pull) (?:them|patient|people) out(?: of (?:this|the) workflow)?|they (?:leave|exit)|goal ?,?)(?: (?:this|it|the|workflow|sequence))* (?=when|if|once|as soon as|after|whenever)", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex StopWhen();

    [GeneratedRegex(@"^(?:and |but )?(?:not (?:for|if|when)(?: (?:they|it|that|the patient|patient)(?: (?:is|are|was))?)?|except(?: for)?(?: (?:if|when|(?:those|patient|people|someone|anyone|1s?|everyone) who))?|excluding|apart from|do not (?:include|do this for|send (?:this |it )?to)|skip)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Except();

    [GeneratedRegex(@"^(?:and |but )?(?:do (?:this|it) |this is )?(?:only|just)\b(?: (?:for|if|when|to|with|send|text|include))*(?: (?:they are|people|those|patient|someone))?", RegexOptions.NonBacktracking)]
    private static partial Regex Only();

    [GeneratedRegex("^for (?:all )?(?:new|existing|returning|current|vip|patient|people|contact)\\b|^not (?:vips?|members?)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex ForSome();

    [GeneratedRegex(@"^(?:please )?(?:wait|hold|pause|delay|hold off)\b(?: (?:for|about|around|exactly|at least|up to|another|them))*", RegexOptions.NonBacktracking)]
    private static partial Regex WaitWord();

    /// <summary>"email -> 2 days -> text": what stands alone between two deeds is waited.</summary>
    [GeneratedRegex("^" + Lengths.Pattern + "$", RegexOptions.NonBacktracking)]
    private static partial Regex OnlyLength();

    [GeneratedRegex(@"\buntil (?:they|the patient|patient|someone|the lead|lead|it|he|she|he/she)? ?", RegexOptions.NonBacktracking)]
    private static partial Regex UntilWord();

    [GeneratedRegex(Lengths.Pattern, RegexOptions.NonBacktracking)]
    private static partial Regex Plainly();

    [GeneratedRegex(@"\b(?:before|prior to|ahead of)\b|\bon the day\b|\b\d+ (?:minute|hour|day|week|month) (?:later|after)", RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:and |but |or )*(?:only if|if|unless|in case|when|whenever|once|for those who|as soon as|(?:check|see) (?:if|whether)|still not|(?:it is |they are |they have )?still (?:have )?not|(?:the )?invoice (?:is )?(?:still )?not)\b", RegexOptions.NonBacktracking)]
    private static partial Regex If();

    [GeneratedRegex(@"\b(?:every|each) (?:(?<n>\d+) )?(?<unit>minute|hour|day|week|month),? (?<until>until .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Repeat();

    [GeneratedRegex(@"\bhalf (?:of )?(?:them|the (?:patient|contact|lead)s?|patient|contact|lead)\b|\b(?<n>\d{1,2}) ?(?:%|percent) of (?:them|the \w+|patient|contact|lead|people)|^split (?:them |it )?(?:50/50|50 50|in half|randomly)(?: and)?", RegexOptions.NonBacktracking)]
    private static partial Regex Half();

    [GeneratedRegex(@"^(?:and )?(?:for |send |give )?(?:the )?(?:other half|rest|remaining half|others)\b", RegexOptions.NonBacktracking)]
    private static partial Regex OtherHalf();
}
