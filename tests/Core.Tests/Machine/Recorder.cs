using System.Collections.Concurrent;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>The only door of these tests to the machine. It notes what was exercised, and on every advance checks what must
/// always hold: a legal move, the same answer when asked again, and an enrollment that survives being stored.</summary>
sealed class Recorder
{
    readonly ConcurrentDictionary<string, bool> _pairs = new();
    readonly ConcurrentDictionary<(EnrollmentStatus From, string Input, EnrollmentStatus To), bool> _moves = new();

    /// <summary>Pending kind and input kind, as in <c>timer × signalled</c>.</summary>
    public ICollection<string> Pairs => _pairs.Keys;
    public ICollection<(EnrollmentStatus From, string Input, EnrollmentStatus To)> Moves => _moves.Keys;

    public Transition Advance(Definition definition, Enrollment before, Input input, DateTimeOffset now, Definition? newer = null)
    {
        var transition = Once(definition, before, input, now, newer);
        var after = transition.Enrollment;
        var kind = EnrollmentMoves.NameOf(input);
        _pairs[Pair(before.Pending.GetType().Name, kind)] = true;
        if (before.Status != after.Status) _moves[(before.Status, kind, after.Status)] = true;

        Assert.True(EnrollmentMoves.Allows(before.Status, input, after.Status), $"{before.Status} × {kind} → {after.Status} is not in the table.");
        Assert.Equal(transition.Effect, WorkflowMachine.EffectOf(after));
        Assert.True(transition.Changed || ReferenceEquals(before, after), "Says that nothing changed, and yet it did.");

        var again = Once(definition, Read(Write(before)), input, now, newer);
        Assert.Equal(Write(after), Write(again.Enrollment));
        Assert.Equal(transition.Log, again.Log);
        var kept = Read(Write(after));
        Assert.Equal(Write(after), Write(kept));
        Assert.Equal(transition.Effect, WorkflowMachine.EffectOf(kept));
        return transition;
    }

    public static string Pair(string pending, string input) => $"{pending.ToLowerInvariant()} × {input}";

    public static string Write(Enrollment enrollment) => JsonSerializer.Serialize(enrollment, Shapes.Default.Enrollment);

    public static Enrollment Read(string json) => JsonSerializer.Deserialize(json, Shapes.Default.Enrollment)!;

    static Transition Once(Definition definition, Enrollment before, Input input, DateTimeOffset now, Definition? newer) =>
        input is Input.VersionMoved moved && newer is not null
            ? VersionMove.Apply(definition, newer, before, moved.Version, now)
            : WorkflowMachine.Advance(definition, before, input, now);
}
