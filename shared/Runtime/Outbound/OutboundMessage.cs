using System.Globalization;
using System.Net.Http.Headers;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Writes one hop as the HTTP message that goes out.</summary>
static class OutboundMessage
{
    const string IdempotencyKey = "Idempotency-Key";

    /// <param name="signature">The <c>webhook-signature</c> header; empty to leave the request unsigned.</param>
    public static HttpRequestMessage Of(OutboundRequest request, Hop hop, DateTimeOffset now, string signature)
    {
        var message = new HttpRequestMessage(hop.Method, hop.Url);
        if (hop.WithBody)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType ?? "application/json");
        }
        foreach (var (name, value) in request.Headers)
            if (hop.AtHome || IsHarmless(name)) Add(message, name, value);

        var headers = message.Headers;
        if (!headers.Contains("User-Agent")) headers.UserAgent.Add(new ProductInfoHeaderValue("Aesthetix-Workflows", "1"));
        if (hop.Method != HttpMethod.Get && hop.Method != HttpMethod.Head && !headers.Contains(IdempotencyKey))
            headers.TryAddWithoutValidation(IdempotencyKey, request.IdempotencyId);

        // A GET after "see other" carries no body, so it is no delivery of the webhook either.
        if (!hop.WithBody && !request.Body.IsEmpty) return message;
        headers.TryAddWithoutValidation(StandardWebhooks.IdHeader, request.IdempotencyId);
        headers.TryAddWithoutValidation(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (signature.Length > 0) headers.TryAddWithoutValidation(StandardWebhooks.SignatureHeader, signature);
        return message;
    }

    static void Add(HttpRequestMessage message, string name, string value)
    {
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) message.Content?.Headers.Remove(name);
        if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
    }

    // On another origin only these go along. Not just Authorization is a secret: so is X-Api-Key, whatever its name.
    static bool IsHarmless(string name) =>
        name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("Accept-Language", StringComparison.OrdinalIgnoreCase)
        || name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
}
