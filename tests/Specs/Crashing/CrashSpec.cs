using System.Globalization;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>The host dies at every single write of a journey through every kind of step, before it and after it.</summary>
public abstract class CrashSpec<THost> where THost : ICrashCarriers, new()
{
    /// <summary>Where every point takes too long for every day, some are left out; CRASH_STRIDE=1 takes them all.</summary>
    protected virtual int Stride => 1;

    int Every => int.TryParse(Environment.GetEnvironmentVariable("CRASH_STRIDE"), NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 ? every : Stride;

    [Theory]
    [InlineData(Crash.LostBefore)]
    [InlineData(Crash.KeptButAnswerLost)]
    public async Task A_crash_at_any_write_loses_nothing_and_sends_nothing_twice(Crash how)
    {
        var expected = await Run(confirms: true, 0, how);
        Assert.All(expected.Outbox.Values, times => Assert.Equal(1, times));
        var at = 1;
        for (; ; at += Every)
        {
            var run = await Run(confirms: true, at, how);
            Assert.True(Same(expected, run), $"Crashed at write {at} ({how}).\nExpected: {Tell(expected)}\nActual:   {Tell(run)}");
            if (!run.Crashed) break;
        }
        Assert.InRange(at, 30, 200);
    }

    [Theory]
    [InlineData(Crash.LostBefore)]
    [InlineData(Crash.KeptButAnswerLost)]
    public async Task C2_a_provider_that_cannot_say_what_it_has_seen_gets_nothing_twice_and_what_is_unknown_is_marked(Crash how)
    {
        var expected = await Run(confirms: false, 0, how);
        var unknown = 0;
        // Where not every write is tried, all those that are may miss the sends: then the ones beside them.
        for (var (at, first) = (2, 2); ; at += Every)
        {
            var run = await Run(confirms: false, at, how);
            var told = $"Crashed at write {at} ({how}).\nExpected: {Tell(expected)}\nActual:   {Tell(run)}";
            Assert.True(run.Outbox.Values.All(times => times == 1), told);
            Assert.True(expected.Trace.SequenceEqual(run.Trace) && expected.Tasks.SequenceEqual(run.Tasks), told);
            Assert.True(run.Enrollments.All(e => !e.IsLive), told);
            Assert.Equal(expected.Messages.Count, run.Messages.Count);
            // Sent and known to be, or marked for somebody to look at; never just gone.
            Assert.All(run.Messages.Where(m => m.Direction is Direction.Out), m =>
                Assert.True(m.Status is MessageStatus.Unknown || (m.Status is MessageStatus.Sent && run.Outbox.ContainsKey(m.EffectId!)), told));
            unknown += run.Messages.Count(m => m.Status is MessageStatus.Unknown);
            if (run.Crashed) continue;
            if (unknown > 0 || ++first >= 2 + Every) break;
            at = first - Every;
        }
        Assert.InRange(unknown, 1, 20);
    }

    static bool Same(CrashRun expected, CrashRun run) =>
        expected.Trace.SequenceEqual(run.Trace) && expected.Tasks.SequenceEqual(run.Tasks) && Steps(expected).SequenceEqual(Steps(run))
        && run.Outbox.Values.All(times => times == 1) && Ends(expected).SequenceEqual(Ends(run)) && Kept(expected).SequenceEqual(Kept(run));

    static IEnumerable<string> Steps(CrashRun run) => run.Outbox.Keys.Select(effect => effect[(effect.IndexOf('/', StringComparison.Ordinal) + 1)..]).Order();
    static IEnumerable<(string, EnrollmentStatus, string?)> Ends(CrashRun run) => run.Enrollments.Select(e => (e.WorkflowId, e.Status, e.Reason)).Order();
    static IEnumerable<(string?, MessageStatus)> Kept(CrashRun run) => run.Messages.Select(m => (m.StepId, m.Status)).Order();
    static string Tell(CrashRun run) =>
        $"{string.Join(", ", run.Trace)}\n  outbox {string.Join(", ", run.Outbox)}\n  ends {string.Join(", ", Ends(run))}\n  messages {string.Join(", ", Kept(run))}\n  tasks {string.Join(", ", run.Tasks)}";

    static async Task<CrashRun> Run(bool confirms, int at, Crash how)
    {
        await using var run = new CrashRun(new THost(), confirms);
        await run.Go(at, how);
        return run;
    }
}
