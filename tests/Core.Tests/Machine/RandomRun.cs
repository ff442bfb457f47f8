using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>A random definition, the version after it, and what happens to one enrollment.</summary>
sealed record RandomRun(Definition First, Definition Second, bool Scheduled, IReadOnlyList<Nudge> Nudges)
{
    public static readonly Gen<RandomRun> Any =
        from first in RandomFlow.Any
        from second in RandomFlow.Any
        from scheduled in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from nudges in Gen.ListOf(Nudge.Any)
        select new RandomRun(first, second, scheduled, [.. nudges]);

    /// <summary>Half of the answers fit the question, so that runs get somewhere.</summary>
    public static Input Fit(Definition definition, Enrollment e, Input input, Nudge nudge, DateTimeOffset now) => (input, definition.Find(e.StepId)) switch
    {
        (Input.Decided d, Step.If or Step.Split) when nudge.What < 9 => d with { Decision = new Decision.Branch(nudge.Pick % 2 == 0 ? "b1" : "a") },
        (Input.Decided d, Step.WaitUntil or Step.WaitInvoice or Step.Drip) when nudge.What < 9 => d with { Decision = new Decision.Moment(now.AddHours(nudge.Pick * 8 - 40)) },
        (Input.Decided d, Step.WaitCondition) when nudge.What < 9 => d with { Decision = new Decision.Truth(nudge.Pick % 3 == 0) },
        _ => input,
    };

    /// <summary>Plays it, showing every step on the way.</summary>
    /// <param name="pausing">Pauses before all news and resumes right after it.</param>
    public Play Run(Action<Play, Enrollment, Input>? see = null, Recorder? recorder = null, bool pausing = false)
    {
        var play = new Play(First, recorder).Made(with: e => Scheduled ? e with { StartAt = e.EnrolledAt.AddDays(1) } : e);
        var started = false;
        foreach (var nudge in Nudges)
        {
            // Seldom something comes before the start; hosts do not do that, the machine must stand it.
            var input = !started && nudge.Pick > 0 ? new Input.Started() : Fit(play.Definition, play.Enrollment, nudge.For(play.Definition, play.Enrollment, play.Now), nudge, play.Now);
            started = started || input is Input.Started;
            play.After($"PT{nudge.Minutes}M");
            if (input is Input.TimerFired && nudge.What < 10 && play.Enrollment.Pending.DueAt is { } due && due > play.Now) play.At(due.ToString("O"));
            var before = play.Enrollment;
            var pause = pausing && input is Input.Signalled && before is { IsLive: true, Status: not EnrollmentStatus.Paused, Pending: not Pending.Nothing };
            if (pause) play.Pauses();
            play.When(input, input is Input.VersionMoved ? (play.Definition == First ? Second : First) : null);
            if (pause) play.Resumes();
            see?.Invoke(play, before, input);
        }
        return play;
    }

    public override string ToString() => $"{DefinitionWriter.Write(First)}\n→ {DefinitionWriter.Write(Second)}\n{string.Join('\n', Nudges)}";
}
