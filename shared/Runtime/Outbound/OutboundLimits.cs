namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>What one outgoing request may cost.</summary>
/// <param name="Total">Time for everything: look-up, connecting, redirects, the answer's body.</param>
/// <param name="Connect">Time to reach one address; the next address of the host is tried after that.</param>
/// <param name="RequestBytes">Longest body sent, in bytes.</param>
/// <param name="AnswerBytes">Bytes of the answer's body that are read; the rest is cut.</param>
/// <param name="AnswerHeaderKilobytes">Most headers an answer may have, in kB.</param>
/// <param name="Redirects">Most redirects followed.</param>
/// <remarks>Connect 3 s and answer 30 s are what HubSpot's webhooks allow.</remarks>
public sealed record OutboundLimits(
    TimeSpan Total,
    TimeSpan Connect,
    int RequestBytes = 256 * 1024,
    int AnswerBytes = 256 * 1024,
    int AnswerHeaderKilobytes = 16,
    int Redirects = 3)
{
    public static readonly OutboundLimits Default = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3));
}
