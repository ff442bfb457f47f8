using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Everything that can happen to an enrollment. Time comes in beside it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(ActionEnded), "action")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(Signalled), "signal")]
[JsonDerivedType(typeof(Operated), "operate")]
[JsonDerivedType(typeof(VersionMoved), "version")]
public abstract record Input
{
    private Input() { }

    public sealed record Started : Input;

    /// <summary>The activity for <paramref name="EffectId"/> answered; answers to anything but the pending effect are ignored.</summary>
    public sealed record ActionEnded(string EffectId, Outcome Outcome) : Input;

    public sealed record Decided(string EffectId, Decision Decision) : Input;

    /// <summary>The time of the pending timer (or retry) has come.</summary>
    public sealed record TimerFired(string EffectId) : Input;

    public sealed record Signalled(Signal Signal) : Input;

    /// <summary>A person, or the workflow being paused or unpublished.</summary>
    /// <param name="StepId">Where to go on; of a move only.</param>
    /// <param name="At">The step that is meant: at another one a skip, or a run now, changes nothing. Null: wherever it stands.</param>
    public sealed record Operated(Operation Operation, string By, string? StepId = null, string? Reason = null, string? At = null) : Input
    {
        /// <summary>Stands for a step where the enrollment has not begun.</summary>
        public const string Start = "";
    }

    /// <summary>A new version was published with "move": continue in it, on the mapped step.</summary>
    public sealed record VersionMoved(int Version) : Input;
}

[JsonConverter(typeof(JsonStringEnumConverter<Operation>))]
public enum Operation
{
    [JsonStringEnumMemberName("pause")] Pause,
    [JsonStringEnumMemberName("resume")] Resume,
    [JsonStringEnumMemberName("skip")] Skip,
    [JsonStringEnumMemberName("retry")] Retry,
    [JsonStringEnumMemberName("runNow")] RunNow,
    [JsonStringEnumMemberName("move")] Move,
    [JsonStringEnumMemberName("stop")] Stop,
}
