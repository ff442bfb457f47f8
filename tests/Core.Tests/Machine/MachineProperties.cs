using System.Globalization;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>What holds for every workflow, whatever happens in whatever order. That it never throws, makes legal moves only,
/// is pure and survives storing is checked by the <see cref="Recorder"/> on every single advance.</summary>
public sealed class MachineProperties
{
    static void ForEvery(Action<RandomRun> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60), Prop.ForAll(RandomRun.Any.ToArbitrary(), check));

    [Fact]
    public void It_never_throws_and_always_says_what_to_do_next() => ForEvery(run => run.Run((play, _, _) =>
    {
        var e = play.Enrollment;
        Assert.Equal(e.IsLive, play.Effect is not Effect.Finish);
        if (e.Status is EnrollmentStatus.Paused) Assert.IsType<Effect.Rest>(play.Effect);
        if (e.Status is EnrollmentStatus.Waiting or EnrollmentStatus.Scheduled) Assert.True(play.Effect is Effect.Wait or Effect.RunAction { NotBefore: not null });
        if (!e.IsLive) Assert.NotNull(e.Reason);
    }));

    [Fact]
    public void Answered_it_comes_to_a_rest() => ForEvery(run =>
    {
        var play = run.Run();
        if (play.Enrollment.Status is EnrollmentStatus.Paused) play.Resumes();
        var answered = 0;
        for (; play.Effect is Effect.RunAction or Effect.Evaluate || play.Effect is Effect.Wait { Until: { } until } && until <= play.Now; answered++)
        {
            if (answered > 2500) Assert.Fail("It runs in circles.");
            if (play.Effect is Effect.RunAction { NotBefore: { } at } && at > play.Now) play.At(at.ToString("O"));
            var nudge = new Nudge(0, answered % 12, 0, 0);
            play.When(RandomRun.Fit(play.Definition, play.Enrollment, nudge.Answer(play.Enrollment, play.Now), nudge, play.Now));
        }
    });

    [Fact]
    public void Every_visit_is_in_the_history_and_nothing_else_is() => ForEvery(run =>
    {
        var play = run.Run();
        var lines = play.Log.Where(line => line.StepId is not null).Select(line => (line.StepId!, line.Visit)).ToHashSet();
        foreach (var (step, visits) in play.Enrollment.Visits)
            for (var visit = 1; visit <= visits; visit++)
            {
                var present = play.Enrollment.StepId == step && visit == visits;
                // A jump is logged where it began; the goal itself is passed in the same breath.
                var jumpedTo = play.Log.Any(line => line.What is Happened.Jumped && line.Code == $"goal:{step}");
                Assert.True(present || jumpedTo || lines.Contains((step, visit)), $"{step}#{visit} left no line.");
            }
        Assert.All(lines, line => Assert.True(line.Visit <= play.Enrollment.Visits.GetValueOrDefault(line.Item1)));
        Assert.InRange(play.Log.Count(line => line.What is Happened.Enrolled), 0, 1);
    });

    [Fact]
    public void Whoever_came_to_a_step_is_counted_there_once_whatever_became_of_them() => ForEvery(run =>
    {
        var play = run.Run();
        // What failed and is tried once more by hand ends twice under one visit.
        if (play.Log.Any(line => line.What is Happened.Operated && line.Code!.StartsWith("retry:", StringComparison.Ordinal))) return;
        HashSet<Happened> ends = [Happened.Done, Happened.Skipped, Happened.Failed, Happened.Unknown, Happened.Resumed, Happened.TimedOut, Happened.Decided, Happened.Jumped];
        var counted = play.Log.SelectMany(line => StepCodes.Counted(line).Where(c => c.Code == StepCodes.Left || ends.Contains(line.What)).Select(c => c.Step)).CountBy(step => step).ToDictionary();
        foreach (var (step, visits) in play.Enrollment.Visits)
        {
            var there = play.Enrollment is { IsLive: true, Pending: not Pending.Nothing } e && e.StepId == step ? 1 : 0;
            Assert.True(visits == counted.GetValueOrDefault(step) + there, $"{step} was come to {visits} times and is counted {counted.GetValueOrDefault(step)} times, {there} there.\n{string.Join('\n', play.Log)}");
        }
    });

    [Fact]
    public void An_action_has_one_effect_id_per_visit_and_none_comes_back() => ForEvery(run =>
    {
        var left = new HashSet<string>();
        run.Run((play, before, input) =>
        {
            var (was, now) = (before.Pending as Pending.Action, play.Enrollment.Pending as Pending.Action);
            if (was is not null && was.EffectId != now?.EffectId) left.Add(was.EffectId);
            if (now is null) return;
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"enr_1/{play.Enrollment.StepId}/{play.Enrollment.Visits[play.Enrollment.StepId!]}"), now.EffectId);
            // Only a person may ask for what failed once more, and then under the same id.
            Assert.True(!left.Contains(now.EffectId) || input is Input.Operated { Operation: Operation.Retry } && before.Status is EnrollmentStatus.Failed, $"{now.EffectId} again.");
            left.Remove(now.EffectId);
        });
    });

    [Fact]
    public void An_input_delivered_twice_counts_once() => ForEvery(run => run.Run((play, before, input) =>
    {
        // A question may be put again at once, and the same answer then answers that.
        if (input is Input.Operated || input is Input.Decided && play.Enrollment.Pending is Pending.Question || play.Definition != run.First) return;
        // So may an action that was held or is to be tried again, and whose news had come before: the same "not yet" then is about that.
        if (input is Input.ActionEnded { Outcome: Core.Machine.Outcome.Held or Core.Machine.Outcome.Failed { Retryable: true } } && play.Enrollment is { Status: EnrollmentStatus.Active, Pending: Pending.Action }) return;
        var twice = WorkflowMachine.Advance(play.Definition, play.Enrollment, input, play.Now).Enrollment;
        Assert.True(Recorder.Write(play.Enrollment) == Recorder.Write(twice), $"{input}\n{Recorder.Write(play.Enrollment)}\n{Recorder.Write(twice)}");
    }));

    [Fact]
    public void News_that_comes_in_a_pause_means_what_it_would_have_meant_without() => ForEvery(run =>
    {
        List<string> plain = [], paused = [];
        var end = run.Run((play, _, _) => plain.Add(Essence(play.Enrollment)));
        run.Run((play, _, _) => paused.Add(Essence(play.Enrollment)), pausing: true);
        // A person who resumes it grants a circle a few more rounds.
        if (end.Log.All(line => line.Code != "loop.runaway")) Assert.Equal(plain, paused);
    });

    static string Essence(Enrollment e) =>
        $"{e.StepId} {e.Pending} {e.IsLive} {string.Join(',', e.MetGoals)} {string.Join(',', e.Visits.Order(Comparer<KeyValuePair<string, int>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key))))}";

    [Fact]
    public void What_is_over_stays_over() => ForEvery(run => run.Run((play, before, _) =>
    {
        if (before.Status is EnrollmentStatus.Completed or EnrollmentStatus.Exited) Assert.Same(before, play.Enrollment);
    }));

    [Fact]
    public void It_stays_small() => ForEvery(run => run.Run((play, _, _) => Assert.True(play.Json.Length < 4096, play.Json)));

    [Fact]
    public void Thirty_steps_with_all_that_can_be_remembered_are_less_than_4_kB()
    {
        var ids = Enumerable.Range(0, 30).Select(number => string.Create(CultureInfo.InvariantCulture, $"step_{number:00}")).ToList();
        var play = Play.Given(Flow.Of([.. ids.Select((id, number) => (id, number % 2 == 0 ? Flow.Sms(ids.ElementAtOrDefault(number + 1)) : Flow.Reply(ids.ElementAtOrDefault(number + 1), "P1D", ids.ElementAtOrDefault(number + 1))))]));
        play.Enrolled(with: e => e with { Id = "enr_01K00000000000000000000000", EventId = "evt_01K00000000000000000000000" });
        for (var i = 0; i < 40; i++)
            play.After("PT1M").Gets(SignalKind.Replied, "sms", null, string.Create(CultureInfo.InvariantCulture, $"evt_01K0000000000000000000{i:0000}"));
        while (play.Enrollment.IsLive)
        {
            Assert.True(play.Json.Length < 4096, play.Json);
            if (play.Effect is Effect.RunAction) play.Pauses().Done().Resumes(); else play.Pauses().Resumes().Rings();
        }
        Assert.Equal(30, play.Enrollment.Visits.Count);
    }
}
