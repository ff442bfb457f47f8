using System.Collections.Frozen;
using static AesthetixWorkflows.Runtime.Outbound.OutboundAnswer;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>What can be refused by looking at the request alone.</summary>
static class OutboundRules
{
    static readonly FrozenSet<string> Methods = new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // The connection's own headers would let a practice smuggle a second request; the webhook-* ones would let it sign
    // as something else.
    static readonly FrozenSet<string> Ours = new[]
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect",
        "Proxy-Authorization", "Proxy-Connection",
        StandardWebhooks.IdHeader, StandardWebhooks.TimestampHeader, StandardWebhooks.SignatureHeader,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Refused? Check(OutboundRequest request)
    {
        if (!Methods.Contains(request.Method)) return new(OutboundCodes.Method, $"'{request.Method}' is not a method that can be sent.");
        if (CheckUrl(request.Url) is { } refused) return refused;
        if (request.Body.Length > request.Limits.RequestBytes)
            return new(OutboundCodes.TooLarge, $"The body has {request.Body.Length} bytes; {request.Limits.RequestBytes} are allowed.");
        foreach (var (name, value) in request.Headers)
        {
            if (name.Length == 0 || !name.All(IsToken)) return new(OutboundCodes.Header, $"'{name}' is not a header name.");
            if (Ours.Contains(name)) return new(OutboundCodes.Header, $"The header '{name}' cannot be set.");
            // Never the value: it may be a secret.
            if (!value.All(IsPlain)) return new(OutboundCodes.Header, $"The value of header '{name}' has characters that cannot be sent.");
        }
        if (request.ContentType is { } type && !type.All(IsPlain)) return new(OutboundCodes.Header, "The content type cannot be sent.");
        return request.IdempotencyId.Length > 0 && request.IdempotencyId.All(IsPlain)
            ? null
            : new(OutboundCodes.Header, "The request's id cannot be sent.");
    }

    public static Refused? CheckUrl(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.Host.Length == 0)
            return new(OutboundCodes.Scheme, "Only http:// and https:// addresses can be called.");
        return url.UserInfo.Length > 0
            ? new(OutboundCodes.UserInfo, "An address must not hold a user name or password; use the authorization settings.")
            : null;
    }

    static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c);

    static bool IsPlain(char c) => c is >= ' ' and <= '~' or '\t';
}
