namespace AesthetixWorkflows.Core.Machine;

/// <summary>What a host must do now so that the enrollment can go on.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Run the action of this step, not before the given time; answer with <see cref="Input.ActionEnded"/>.</summary>
    public sealed record RunAction(string EffectId, string StepId, int Attempt, DateTimeOffset? NotBefore) : Effect;

    /// <summary>Answer this step's question about facts with <see cref="Input.Decided"/>.</summary>
    public sealed record Evaluate(string EffectId, string StepId) : Effect;

    /// <summary>Send <see cref="Input.TimerFired"/> at this time; null: only a signal can end the wait.</summary>
    public sealed record Wait(string EffectId, DateTimeOffset? Until) : Effect;

    /// <summary>Paused: nothing to do until someone resumes it.</summary>
    public sealed record Rest : Effect { public static readonly Rest Instance = new(); }

    /// <summary>It is over.</summary>
    public sealed record Finish : Effect { public static readonly Finish Instance = new(); }
}
