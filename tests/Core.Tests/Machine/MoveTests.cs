using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>The table of moves and the machine hold each other to it. That no move is made outside the table is checked on every
/// advance of every test, by the <see cref="Recorder"/>.</summary>
public sealed class MoveTests(MoveTests.ManyRuns runs) : IClassFixture<MoveTests.ManyRuns>
{
    /// <summary>The same few thousand random runs each time, so that what they cover does not depend on luck or on other tests.</summary>
    public sealed class ManyRuns
    {
        internal Recorder Seen { get; } = new();

        public ManyRuns()
        {
            Check.One(
                Config.QuickThrowOnFailure.WithReplay(20261122, 7).WithMaxTest(2000).WithStartSize(40).WithEndSize(60),
                Prop.ForAll(RandomRun.Any.ToArbitrary(), run => { run.Run(recorder: Seen); }));
            RareMoves.Make(Seen);
        }
    }

    static readonly string[] inputs =
        ["started", "actionEnded", "decided", "timerFired", "signalled", "versionMoved", .. Enum.GetNames<Operation>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    [Fact]
    public void Every_input_meets_every_state_it_can_find_the_enrollment_in()
    {
        string[] pending = [nameof(Pending.Nothing), nameof(Pending.Action), nameof(Pending.Question), nameof(Pending.Timer)];
        var expected = pending.SelectMany(state => inputs.Select(input => Recorder.Pair(state, input)));
        Assert.Empty(expected.Except(runs.Seen.Pairs));
    }

    [Fact]
    public void Every_move_in_the_table_is_made()
    {
        var never = EnrollmentMoves.Legal.Except(runs.Seen.Moves).ToList();
        Assert.True(never.Count == 0, $"Never made: {string.Join(' ', never)}");
    }

    [Fact]
    public void No_move_is_made_that_is_not_in_the_table() => Assert.Empty(runs.Seen.Moves.Except(EnrollmentMoves.Legal));

    [Fact]
    public void The_table_knows_every_input_and_only_those() =>
        Assert.Equal(inputs.Order(), EnrollmentMoves.Legal.Select(move => move.Input).Distinct().Order());
}
