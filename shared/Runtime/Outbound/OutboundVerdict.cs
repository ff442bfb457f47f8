using static AesthetixWorkflows.Runtime.Outbound.OutboundAnswer;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>What an answer means for the step that asked.</summary>
public abstract record OutboundVerdict
{
    private OutboundVerdict() { }

    /// <summary>Any 2xx.</summary>
    public sealed record Done(int Status) : OutboundVerdict;

    /// <summary>It did not work.</summary>
    /// <param name="Code">One of <see cref="OutboundCodes"/>.</param>
    /// <param name="After">How long the other system asks us to wait, when it says so; to 24 h.</param>
    /// <param name="MayHaveBeenAccepted">Another try may do it twice, unless the receiver goes by the request's id.</param>
    public sealed record Failed(string Code, string Why, bool Retryable, TimeSpan? After = null, bool MayHaveBeenAccepted = false)
        : OutboundVerdict;

    /// <param name="answer">What became of the request.</param>
    /// <param name="now">For a <c>Retry-After</c> that names a date.</param>
    public static OutboundVerdict Of(OutboundAnswer answer, DateTimeOffset now) => answer switch
    {
        Answered { Status: >= 200 and < 300 } it => new Done(it.Status),
        Answered it => OfStatus(it, now),
        Refused(var code, var why) => new Failed(code, why, Retryable: false),
        Unreachable(var code, var why, var maybe) => new Failed(code, why, Retryable: true, MayHaveBeenAccepted: maybe),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    static Failed OfStatus(Answered it, DateTimeOffset now) => it.Status switch
    {
        408 or 425 or 429 or >= 500 => new(OutboundCodes.Busy, $"The other system answered {it.Status}.", Retryable: true,
            RetryAfter.Read(it.Headers.GetValueOrDefault("retry-after"), now)),
        410 => new(OutboundCodes.Gone, "The other system says that this address is gone for good (410).", Retryable: false),
        _ => new(OutboundCodes.Rejected, $"The other system answered {it.Status}.", Retryable: false),
    };
}
