using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>What became of an outgoing request.</summary>
public abstract record OutboundAnswer
{
    private OutboundAnswer() { }

    /// <summary>The other system answered, whatever it said.</summary>
    /// <param name="Status">HTTP status code.</param>
    /// <param name="Headers">The few that later steps may ask for, by lower-case name.</param>
    /// <param name="Body">The body as text.</param>
    /// <param name="Truncated">The body went on, but was too long, too slow or broke off.</param>
    /// <param name="Took">From the first look-up to the last byte read.</param>
    public sealed record Answered(int Status, ImmutableDictionary<string, string> Headers, string Body, bool Truncated, TimeSpan Took)
        : OutboundAnswer;

    /// <summary>We would not send it, or not follow where it led. Another try ends the same way.</summary>
    public sealed record Refused(string Code, string Why) : OutboundAnswer;

    /// <summary>No answer came.</summary>
    /// <param name="MayHaveBeenAccepted">The request was on its way, so the other system may have acted on it.</param>
    public sealed record Unreachable(string Code, string Why, bool MayHaveBeenAccepted) : OutboundAnswer;
}
