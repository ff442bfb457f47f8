using System.Collections.Immutable;
using System.Net.Sockets;
using static AesthetixWorkflows.Runtime.Outbound.GuardedConnection;
using static AesthetixWorkflows.Runtime.Outbound.OutboundAnswer;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Calls other people's systems for <c>webhook.send</c> and <c>http.request</c>: guarded, limited, signed, one try.</summary>
/// <param name="clock">Wall clock, never a practice's demonstration clock: receivers check the timestamp against theirs.</param>
/// <remarks>Every hop has a connection of its own. Shared ones would be cheaper, but a connection that one practice may
/// have to a host inside the network must never carry another practice's request.</remarks>
public sealed class OutboundClient(TimeProvider clock, IHostLookup lookup) : IOutboundClient
{
    static readonly ImmutableArray<string> KeptHeaders = ["content-type", "retry-after", "location", "etag", "x-request-id"];

    /// <summary>Sends it once.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="allowedHosts">Hosts inside the network that the practice has opened: <c>host</c> or <c>host:port</c>.</param>
    /// <param name="cancellation">The caller's own; running out of the request's time is an answer, not a cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default)
    {
        if (OutboundRules.Check(request) is { } refused) return refused;
        var now = clock.GetUtcNow();
        if (StandardWebhooks.Header(request.SigningSecrets, request.IdempotencyId, now, request.Body.Span) is not { } signature)
            return new Refused(OutboundCodes.Secret, "The signing secret is not 'whsec_' followed by base64.");

        var started = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(request.Limits.Total, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var hop = Hop.First(request);
        for (var redirects = 0; ; redirects++)
        {
            var (answer, next) = await OneAsync(request, hop, now, signature, allowedHosts, started, both.Token);
            cancellation.ThrowIfCancellationRequested();
            if (next is null) return answer;
            if (redirects == request.Limits.Redirects)
                return new Refused(OutboundCodes.RedirectTooMany, $"The other system redirects more than {redirects} times.");
            hop = next;
        }
    }

    async Task<(OutboundAnswer Answer, Hop? Next)> OneAsync(
        OutboundRequest request, Hop hop, DateTimeOffset now, string signature, IReadOnlySet<string> allowedHosts, long started, CancellationToken limit)
    {
        var connection = new GuardedConnection(lookup, allowedHosts, request.Limits.Connect, clock);
        using var invoker = new HttpMessageInvoker(connection.Handler(request.Limits));
        using var message = OutboundMessage.Of(request, hop, now, signature);
        try
        {
            using var response = await invoker.SendAsync(message, limit);
            var status = (int)response.StatusCode;
            switch (Redirect.Of(hop, status, Header(response, "location")))
            {
                case Redirect.Stop(var refused): return (refused, null);
                case Redirect.Onward(var next): return (new Answered(status, Kept(response), "", Truncated: true, clock.GetElapsedTime(started)), next);
                default:
                    var body = await CappedText.ReadAsync(response.Content, request.Limits.AnswerBytes, limit);
                    return (new Answered(status, Kept(response), body.Text, body.Truncated, clock.GetElapsedTime(started)), null);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or SocketException)
        {
            return (connection.Refusal as OutboundAnswer ?? Unreached(e, connection.Reached), null);
        }
    }

    static Unreachable Unreached(Exception e, Stage reached) => (e, reached) switch
    {
        (OperationCanceledException, Stage.Sent) => new Unreachable(OutboundCodes.Timeout, "The other system did not answer in time.", true),
        (OperationCanceledException, _) => new Unreachable(OutboundCodes.Timeout, "No connection in time.", false),
        (_, Stage.Lookup) => new Unreachable(OutboundCodes.Dns, "The host's name was not found.", false),
        (_, Stage.Connect) => new Unreachable(OutboundCodes.Connect, "The other system takes no connection.", false),
        (_, Stage.Tls) => new Unreachable(OutboundCodes.Tls, "No secure connection could be agreed; is the certificate valid?", false),
        (HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }, _) =>
            new Unreachable(OutboundCodes.NotHttp, "What came back is not an HTTP answer, or has too many headers.", true),
        _ => new Unreachable(OutboundCodes.Broken, "The connection broke before an answer came.", true),
    };

    static ImmutableDictionary<string, string> Kept(HttpResponseMessage response) =>
        KeptHeaders.Select(name => KeyValuePair.Create(name, Header(response, name))).Where(h => h.Value is not null).ToImmutableDictionary()!;

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;
}
