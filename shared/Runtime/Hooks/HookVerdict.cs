namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Whether an inbound call comes from whom it should.</summary>
public abstract record HookVerdict
{
    private HookVerdict() { }

    public sealed record Ok : HookVerdict;

    /// <summary>It does not (401).</summary>
    /// <param name="Code">One of <see cref="HookCodes"/>.</param>
    /// <param name="Why">For the practice's own log; it never holds the secret, nor what the signature should have been.</param>
    public sealed record Wrong(string Code, string Why) : HookVerdict;

    internal static readonly HookVerdict Good = new Ok();
}
