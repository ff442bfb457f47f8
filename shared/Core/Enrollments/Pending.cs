using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>The one thing an enrollment is in the middle of. A host that has lost everything but the enrollment reads
/// from it what to do next.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Nothing), "nothing")]
[JsonDerivedType(typeof(Action), "action")]
[JsonDerivedType(typeof(Question), "question")]
[JsonDerivedType(typeof(Timer), "timer")]
public abstract record Pending
{
    private Pending() { }

    /// <summary>Finished, or paused with nothing under way.</summary>
    public sealed record Nothing : Pending { public static readonly Nothing Instance = new(); }

    /// <summary>An action is to be run (again), not before <paramref name="NotBefore"/>. Attempts count from 1.</summary>
    /// <param name="Since">When it was due first, once it has been put off.</param>
    /// <param name="Held">Why it was put off, as its history says; null for one that failed and is tried again.</param>
    /// <param name="Open">It goes on when somebody wakes it; <paramref name="NotBefore"/> is only in case that nobody does.</param>
    public sealed record Action(
        string EffectId, int Attempt, DateTimeOffset? NotBefore, DateTimeOffset? Since = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Held = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Open = false) : Pending;

    /// <summary>A question about facts is to be answered: which branch, until when, is it true.</summary>
    /// <param name="Since">When the step was reached, so that a question asked again keeps its timeout.</param>
    /// <param name="Quiet">It was asked before, and only the clock has moved since: its history need not tell of it again.</param>
    public sealed record Question(string EffectId, DateTimeOffset Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Quiet = false) : Pending;

    /// <summary>Waiting since <paramref name="Since"/>, until <paramref name="Until"/> (null: until something comes).</summary>
    /// <param name="For">What it waits for: <c>delay until reply condition link email invoice goal drip start</c>.</param>
    public sealed record Timer(string EffectId, string For, DateTimeOffset Since, DateTimeOffset? Until) : Pending;

    /// <summary>When a host must look at it again by itself; null when only a signal can move it.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => this switch
    {
        Action a => a.NotBefore ?? DateTimeOffset.MinValue,
        Question => DateTimeOffset.MinValue,
        Timer t => t.Until,
        _ => null,
    };
}
