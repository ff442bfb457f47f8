using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>What an activity answers. Failure is data; exceptions are bugs. Carries codes and ids, never text of messages.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Skipped), "skipped")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(Unknown), "unknown")]
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Ref">Id of what was made (<c>msg_…</c>, <c>tsk_…</c>), for the log.</param>
    public sealed record Done(string? Ref = null) : Outcome
    {
        public static readonly Done Plain = new();

        /// <summary>The moment that later waits may name as <c>anchor.at</c>; null leaves it as it is.</summary>
        public DateTimeOffset? Anchor { get; init; }
    }

    /// <summary>Rightly not done: no consent, do-not-disturb, expired, disabled. The enrollment goes on.</summary>
    public sealed record Skipped(string Code) : Outcome;

    /// <param name="Retryable">Whether the same call may succeed later.</param>
    /// <param name="After">The earliest moment for the next attempt, when the other side said so.</param>
    public sealed record Failed(string Code, bool Retryable, DateTimeOffset? After = null) : Outcome;

    /// <summary>Not yet: quiet hours, closed window, pause dates. Costs no attempt.</summary>
    /// <param name="Open">Somebody will wake it; the moment is only in case that nobody does, and no date to tell people.</param>
    public sealed record Held(string Code, DateTimeOffset Until, bool Open = false) : Outcome;

    /// <summary>The provider may have accepted it and nobody can know: never sent again, shown to an operator, the enrollment goes on.</summary>
    public sealed record Unknown(string Code, string? Ref = null) : Outcome;
}

/// <summary>The answer to a question about facts.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Branch), "branch")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Truth), "truth")]
public abstract record Decision
{
    private Decision() { }

    /// <summary>The branch or share to take; null = the None branch.</summary>
    public sealed record Branch(string? Id) : Decision;

    /// <summary>The moment to wait for; null = unknown (no appointment, no date).</summary>
    public sealed record Moment(DateTimeOffset? At) : Decision;

    /// <param name="AskAgain">When the clock alone may make false true.</param>
    public sealed record Truth(bool Value, DateTimeOffset? AskAgain = null) : Decision;
}
