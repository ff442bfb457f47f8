using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>One case from a file, played from start to end: a definition, what is true, what comes when, and what follows.</summary>
/// <remarks><c>answers</c> gives, per step, what its activity or question answers, visit by visit (the last for all that follow):
/// <c>"done:msg_1" "skipped:code" "failed:code" "down:code" "unknown:code" "held:2026-…"</c>, <c>"branch:b1" "true" "2026-…"</c>.
/// Without one an action is done, a moment is the appointment's, a split goes by its rule and all else is no. <c>inputs</c> come at
/// their times: an input as it is stored, or <c>{"now":{…}}</c> to change the appointment, or <c>{"version":{…}}</c> to move to another definition.</remarks>
sealed class GoldenRun(JsonObject golden)
{
    readonly Play _play = new(Flow.Read(golden["definition"]!.ToJsonString()));
    readonly List<string> _lines = [];
    readonly Dictionary<string, int> _asked = [];
    string? _appointment = (string?)golden["appointment"];
    int _logged;

    public List<string> Play()
    {
        var inputs = new Queue<JsonObject>((golden["inputs"] as JsonArray ?? []).Select(input => input!.AsObject()));
        _play.Made((string)golden["enrolled"]!);
        Take(new Input.Started());
        for (var steps = 0; _play.Enrollment.IsLive && steps < 500; steps++)
        {
            var due = Due();
            if (inputs.TryPeek(out var next) && (due is null || At(next) <= due))
            {
                inputs.Dequeue();
                if (At(next) > _play.Now) _play.At((string)next["at"]!);
                if (next["appointment"] is { } moved) _appointment = (string)moved!;
                if (next["version"] is { } version) Take(new Input.VersionMoved(_play.Enrollment.Version + 1), Flow.Read(version.ToJsonString()));
                else if (next["input"] is { } input) Take(input.Deserialize(Core.Records.Shapes.Default.Input)!);
                continue;
            }
            if (due is null) break;
            if (due > _play.Now) _play.At(due.Value.ToString("O"));
            Take(Answer());
        }
        _lines.Add(_play.Effect is Effect.Finish ? $"{Time(_play.Now)} = {Word(_play.Enrollment.Status)} {_play.Enrollment.Reason}" : $"{Time(_play.Now)} = {Word(_play.Enrollment.Status)} at {_play.Enrollment.StepId}");
        return _lines;
    }

    void Take(Input input, Definition? newer = null)
    {
        var before = _play.Effect;
        _play.When(input, newer);
        foreach (var entry in _play.Log.Skip(_logged))
            _lines.Add($"{Time(entry.At)}   {Machine.Play.Line(entry)}{(entry.Until is { } until ? $" until {Time(until)}" : "")}");
        _logged = _play.Log.Count;
        if (_play.Effect != before && _play.Effect is Effect.RunAction run)
            _lines.Add($"{Time(_play.Now)} ! run {run.EffectId} attempt {run.Attempt.ToString(CultureInfo.InvariantCulture)}{(run.NotBefore is { } at ? $" not before {Time(at)}" : "")}");
    }

    /// <summary>Actions and questions are answered a second after they are put, timers ring on time.</summary>
    DateTimeOffset? Due() => _play.Effect switch
    {
        Effect.RunAction { NotBefore: { } at } when at > _play.Now => at,
        Effect.RunAction => _play.Now.AddSeconds(1),
        Effect.Evaluate => _play.Now,
        Effect.Wait { Until: { } until } => until > _play.Now ? until : _play.Now,
        _ => null,
    };

    Input Answer() => _play.Effect switch
    {
        Effect.RunAction run => new Input.ActionEnded(run.EffectId, OutcomeOf(Next(run.StepId) ?? "done")),
        Effect.Evaluate ask => new Input.Decided(ask.EffectId, DecisionOf(_play.Definition.Find(ask.StepId)!, Next(ask.StepId))),
        Effect.Wait wait => new Input.TimerFired(wait.EffectId),
        _ => throw new InvalidOperationException("Nothing to answer."),
    };

    string? Next(string step)
    {
        if (golden["answers"]?[step] is not JsonArray { Count: > 0 } answers) return null;
        var turn = _asked[step] = _asked.GetValueOrDefault(step) + 1;
        return (string?)answers[Math.Min(turn, answers.Count) - 1];
    }

    static Outcome OutcomeOf(string answer)
    {
        var (what, code) = answer.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (answer[..colon], answer[(colon + 1)..]) : (answer, null);
        return what switch
        {
            "done" => new Outcome.Done(code),
            "skipped" => new Outcome.Skipped(code!),
            "failed" => new Outcome.Failed(code!, false),
            "down" => new Outcome.Failed(code!, true),
            "unknown" => new Outcome.Unknown(code!),
            "held" => new Outcome.Held("hours.quiet", Machine.Play.Instant(code!)),
            _ => throw new ArgumentException(answer),
        };
    }

    Decision DecisionOf(Step step, string? answer) => step switch
    {
        Step.If => new Decision.Branch(answer?["branch:".Length..]),
        Step.Split split => new Decision.Branch(answer?["branch:".Length..] ?? SplitRule.Pick(split.Shares, $"wf_1/{split.Id}/con_1")),
        Step.WaitCondition => new Decision.Truth(answer == "true"),
        Step.Drip => new Decision.Moment(answer is null ? _play.Now : Machine.Play.Instant(answer)),
        _ => new Decision.Moment((answer ?? _appointment) is { } at ? Machine.Play.Instant(at) : null),
    };

    static DateTimeOffset At(JsonObject input) => Machine.Play.Instant((string)input["at"]!);
    static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    static string Word(EnrollmentStatus status) => status.ToString().ToLowerInvariant();
}
