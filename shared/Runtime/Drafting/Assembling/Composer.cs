using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>Puts what the clauses want in order: which way each step is on, and where ways meet again.</summary>
/// <remarks>A question goes for the rest of its sentence. "If they have not replied" goes for the rest of the workflow, unless
/// the other way is spelled out: who has answered is a person's business from then on.</remarks>
sealed class Composer(Scene scene)
{
    const string Patience = "P1D", LongPatience = "P7D";
    readonly List<Piece> _root = [];
    readonly List<EventMention> _ends = [];
    readonly Stack<Level> _open = new();
    Fork? _last;
    List<Piece>? _lastParent;
    bool _lastOnYes;

    sealed record Level(List<Piece> Pieces, int Sentence, bool Stays);

    List<Piece> Here => _open.Count > 0 ? _open.Peek().Pieces : _root;
    public bool IsEmpty => _root.Count == 0;

    public void Add(Intent intent, IReadOnlyList<Intent> following)
    {
        var sentence = intent.Clause.Sentence;
        if (intent is not Intent.Otherwise) Leave(sentence);
        switch (intent)
        {
            case Intent.Wait wait: Wait(wait.Time); break;
            case Intent.Act act: Here.AddRange(act.Deeds.Select(Steps.Act)); break;
            case Intent.Ask ask: Ask(ask.Question, sentence, OtherWayFollows(following)); break;
            case Intent.Otherwise when _last is null: scene.Miss(intent.Clause.Typed); break;
            case Intent.Otherwise: Otherwise(sentence); break;
            case Intent.Stop stop: Stop(stop.Question); break;
            case Intent.Hold hold: Hold(hold.Question, sentence); break;
            case Intent.Divide divide: Divide(divide.Percent, sentence); break;
            case Intent.Again again: Again(again); break;
        }
    }

    /// <summary>The pieces, with the goal that ends it early at their end.</summary>
    public List<Piece> Finish()
    {
        if (_ends.Count > 0) _root.Add(Steps.EndGoal(_ends.DistinctBy(end => end.Type + string.Join(',', end.Filters))));
        return _root;
    }

    public void EndsWith(EventMention mention)
    {
        if (_ends.TrueForAll(end => end.Type != mention.Type)) _ends.Add(mention);
    }

    public void Wait(TimeMention time)
    {
        switch (time)
        {
            case TimeMention.Later { For: "PT0S", At: { } at } when Here.Count > 0 && Here[^1].Step["type"]?.ToString() is "wait.until" or "wait.delay":
                Here[^1].Step["config"]![Here[^1].Step["type"]!.ToString() == "wait.until" ? "timeOfDay" : "at"] = at;
                break;
            case TimeMention.Later later: Here.Add(Steps.Delay(later.For, later.At)); break;
            // "One hour after the visit", said of those who came: they are known to have come some time after it began, so it is counted from then.
            case TimeMention.Around around when !around.Offset.StartsWith('-') && scene.Starts.Exists(start => start.Filters.Any(row => row.Field == "appointment.status" && row.Value?.ToString() == "showed")):
                Here.Add(Steps.Delay(around.Offset, around.At));
                break;
            case TimeMention.Around around when around.Offset.StartsWith('-') && DaysAhead() is { } ahead: Nearer(ahead, around); break;
            case TimeMention.Around around when scene.OfAppointment: Here.Add(Steps.Until(around.Offset, around.At)); break;
            case TimeMention.Around around:
                scene.Assume("A time before or after a visit was asked for, but what starts this workflow brings no visit; start it with an appointment trigger.");
                Here.Add(Steps.Until(around.Offset, around.At));
                break;
            case TimeMention.Overdue overdue: Here.Add(Steps.Invoice(overdue.For)); break;
            case TimeMention.OnDay day: OnDay(day); break;
            case TimeMention.AfterEvent { For: { } length }: Here.Add(Steps.Delay(length, null)); break;
        }
    }

    /// <summary>How many days before a date that is kept on contacts it starts; null when it starts otherwise.</summary>
    int? DaysAhead() => scene.Starts.FirstOrDefault() is { Type: "contact.date", Config: { } config } && config["when"]?.ToString() == "before" && config["days"] is { } days ? days.GetValue<int>() : null;

    /// <summary>"A month before …, two weeks before": the second is sixteen days later.</summary>
    void Nearer(int ahead, TimeMention.Around around)
    {
        var days = Durations.TryParse(around.Offset.TrimStart('-'), out var length) ? length.Days + 30 * length.Months : 0;
        if (ahead - days - Waited() is > 0 and var more) Here.Add(Steps.Delay($"P{more}D", around.At));
        else scene.Miss($"{Spoken.Length(around.Offset)} before");
    }

    int Waited() => _root.Concat(ReferenceEquals(Here, _root) ? [] : Here).Where(piece => piece.Step["type"]?.ToString() == "wait.delay")
            .Sum(piece => Durations.TryParse(piece.Step["config"]!["for"]!.ToString(), out var length) ? length.Days : 0);

    /// <summary>What has been waited for since the beginning counts.</summary>
    void OnDay(TimeMention.OnDay day)
    {
        var waited = Waited();
        scene.Assume($"“On day {day.Day}” is counted from the day on which it starts.");
        var since = day.Day - (scene.CountsFromOne ? 1 : 0);
        if (since > waited) Here.Add(Steps.Delay($"P{since - waited}D", day.At));
        else if (day.At is not null) Here.Add(Steps.Delay("PT0S", day.At));
    }

    void Ask(Question question, int sentence, bool otherWay)
    {
        switch (question)
        {
            case Question.Event { Denied: true } done when !otherWay:
                EndsWith(done.Mention);
                if (done.Within is { } within) Here.Add(Steps.Delay(within, null));
                scene.Assume($"Whoever does it in the meantime ({done.Mention.Name.ToLowerInvariant()}) leaves the workflow at once, so “{done.Words}” holds for everybody who comes that far.");
                break;
            case Question.Event done:
                Open(Steps.GoalWait(done.Mention, done.Within ?? TakeWait() ?? Assumed(LongPatience, done.Words)), done.Denied, sentence, stays: false);
                break;
            case Question.Answer answer:
                var fork = Steps.Answer(answer.Kind, answer.Within ?? TakeWait() ?? Assumed(Patience, answer.Words), answer.Meaning);
                if (answer.Rows.Count > 0)
                {
                    // First the answer, whatever it is, and then what it amounts to.
                    fork.NoEnds = true;
                    Open(fork, denied: false, sentence, stays: true);
                    Open(Steps.If(new(answer.Rows, answer.Denied, answer.Words)), answer.Denied, sentence, stays: false);
                    break;
                }
                // Without another way for them, those who answered are done here.
                fork.YesEnds = answer is { Denied: true, Kind: "reply" } && !otherWay;
                Open(fork, answer.Denied, sentence, stays: fork.YesEnds);
                break;
            case Question.Fact fact:
                Open(Steps.If(fact), fact.Denied, sentence, stays: false);
                break;
        }
    }

    /// <summary>What follows is for those for whom it happens.</summary>
    void Hold(Question question, int sentence)
    {
        var length = question.Within ?? Assumed(LongPatience, question.Words);
        var fork = question switch
        {
            Question.Answer answer => Steps.Answer(answer.Kind, length, answer.Meaning),
            Question.Event done => Steps.GoalWait(done.Mention, length),
            Question.Fact fact => Steps.Condition(fact, length),
            _ => null,
        };
        if (fork is null) return;
        fork.NoEnds = true;
        Open(fork, denied: false, sentence, stays: true);
    }

    string Assumed(string length, string words)
    {
        scene.Assume($"“{words}” is waited for {Spoken.Length(length)}; no time was given.");
        return length;
    }

    /// <summary>"Wait a day, and if they have not replied": the day is how long the reply is waited for.</summary>
    string? TakeWait()
    {
        if (Here.Count == 0 || Here[^1] is not Onward { Step: var step } || step["type"]?.ToString() != "wait.delay" || step["config"]!["at"] is not null) return null;
        Here.RemoveAt(Here.Count - 1);
        return step["config"]!["for"]!.ToString();
    }

    void Open(Fork fork, bool denied, int sentence, bool stays)
    {
        (_last, _lastParent, _lastOnYes) = (fork, Here, !denied);
        Here.Add(fork);
        _open.Push(new(denied ? fork.No : fork.Yes, sentence, stays));
    }

    void Otherwise(int sentence)
    {
        if (_last is not { } fork || _lastParent is null) return;
        while (_open.Count > 0 && !ReferenceEquals(Here, _lastParent)) _open.Pop();
        fork.YesEnds = false;
        _lastOnYes = !_lastOnYes;
        _open.Push(new(_lastOnYes ? fork.Yes : fork.No, sentence, false));
    }

    /// <summary>A new sentence is for everybody again.</summary>
    void Leave(int sentence)
    {
        while (_open.Count > 0 && _open.Peek() is { Stays: false } level && level.Sentence != sentence) _open.Pop();
    }

    void Stop(Question question)
    {
        if (question is Question.Event done) EndsWith(done.Mention);
        else if (question is Question.Fact fact)
        {
            var fork = Steps.If(fact);
            fork.YesEnds = true;
            Here.Add(fork);
        }
    }

    void Divide(int percent, int sentence)
    {
        var fork = Steps.Split(percent);
        (_last, _lastParent, _lastOnYes) = (fork, Here, true);
        Here.Add(fork);
        _open.Push(new(fork.Yes, sentence, false));
    }

    void Again(Intent.Again again)
    {
        if (Here.Count == 0) return;
        var target = Here[^1];
        if (again.Until is Question.Answer answer)
        {
            var fork = Steps.Answer(answer.Kind, again.Every);
            fork.No.Add(Steps.Back(target, again.Most));
            Here.Add(fork);
        }
        else
        {
            // A goal at the end would be out of reach of a circle, so it stands in it.
            var fork = again.Until is Question.Event done ? Steps.GoalWait(done.Mention, again.Every) : null;
            if (fork is null) return;
            fork.No.Add(Steps.Back(target, again.Most));
            Here.Add(fork);
        }
        scene.Assume($"It is repeated at most {again.Most} times.");
    }

    static bool OtherWayFollows(IReadOnlyList<Intent> following)
    {
        foreach (var intent in following)
        {
            if (intent is Intent.Otherwise) return true;
            if (intent is Intent.Ask) return false;
        }
        return false;
    }
}
