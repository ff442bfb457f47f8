using System.Net.Http.Headers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Functions.Providers.Wire;

/// <summary>What a provider's answer means for the message, apart from the codes that a provider has of its own.</summary>
static class ProviderVerdict
{
    /// <param name="provider">The first part of the code: <c>sendgrid</c>, <c>twilio</c>.</param>
    public static Outcome OfStatus(string provider, int status, HttpResponseHeaders? headers, DateTimeOffset now) => status switch
    {
        429 => new Outcome.Failed($"{provider}.busy", true, After(headers, now)),
        408 or 425 or 503 => new Outcome.Failed($"{provider}.unavailable", true, After(headers, now)),
        // Something broke on their side, before or after they took it.
        >= 500 => new Outcome.Unknown($"{provider}.error"),
        // The account's key or password: wrong until somebody corrects it, and then the same message goes.
        401 => new Outcome.Failed($"{provider}.unauthorized", true),
        403 => new Outcome.Failed($"{provider}.forbidden", false),
        _ => new Outcome.Failed($"{provider}.rejected", false),
    };

    public static Outcome OfSilence(string provider, bool mayHaveArrived) =>
        mayHaveArrived ? new Outcome.Unknown($"{provider}.noAnswer") : new Outcome.Failed($"{provider}.unreachable", true);

    static DateTimeOffset? After(HttpResponseHeaders? headers, DateTimeOffset now)
    {
        // Dates on the wire are real ones, whatever a demonstration clock says.
        var real = TimeProvider.System.GetUtcNow();
        var wait = RetryAfter.Read(First(headers, "Retry-After"), real)
            // SendGrid says when its limit starts over, in seconds since 1970.
            ?? (long.TryParse(First(headers, "X-RateLimit-Reset"), out var reset) && reset is > 0 and < 253_402_300_799
                ? RetryAfter.Read(DateTimeOffset.FromUnixTimeSeconds(reset).ToString("r"), real) : null);
        return wait is null ? null : now + wait;
    }

    static string? First(HttpResponseHeaders? headers, string name) =>
        headers is not null && headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
