namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>One request of the chain that redirects make of an <see cref="OutboundRequest"/>.</summary>
/// <param name="WithBody">The body, and the signature over it, go along.</param>
/// <param name="AtHome">Still the origin that the practice wrote down, so its own headers (keys, tokens) go along.</param>
sealed record Hop(HttpMethod Method, Uri Url, bool WithBody, bool AtHome)
{
    public static Hop First(OutboundRequest request) =>
        new(HttpMethod.Parse(request.Method), request.Url, WithBody: !request.Body.IsEmpty, AtHome: true);
}
