using System.Net.Http.Headers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Functions.Providers.Wire;

namespace AesthetixWorkflows.Functions.Providers.Twilio;

/// <summary>What Twilio's refusals mean. Its numbers are kept as they are: its documentation explains each.</summary>
static class TwilioVerdict
{
    // The sender's queue is full; the account is out of money or was suspended. Later the same text may go.
    const int QueueFull = 21611, QueueOverflow = 30001, Suspended = 30002;

    public static Outcome Of(int code, int status, HttpResponseHeaders? headers, DateTimeOffset now) =>
        ProviderVerdict.OfStatus("twilio", status, headers, now) switch
        {
            Outcome.Failed general when code > 0 => general with { Code = $"twilio.{code}", Retryable = general.Retryable || code is QueueFull or QueueOverflow or Suspended },
            var other => other,
        };
}
