using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Providers.Wire;
using AesthetixWorkflows.Runtime.Ports;
using SendGrid;

namespace AesthetixWorkflows.Functions.Providers.SendGrid;

/// <summary>Sends emails by SendGrid.</summary>
/// <remarks>SendGrid has no key against doubles: what it may have accepted is never handed over again. Its answers name
/// addresses, so they are read for their status only and never kept.</remarks>
public sealed class SendGridProvider(ISendGridClient client, TimeProvider clock) : IMessageProvider
{
    const string Name = "sendgrid";

    /// <param name="http">Made by <see cref="ProviderWire.Client"/>.</param>
    public static SendGridProvider Over(HttpClient http, SendGridSettings settings, TimeProvider clock) =>
        new(new SendGridClient(http, new SendGridClientOptions { ApiKey = settings.ApiKey }), clock);

    public async Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        // Nobody may be sent advertising without a way out of it.
        if (message is { Purpose: "marketing", Unsubscribe: null }) return new Outcome.Failed("unsubscribe.missing", false);
        if (LetterForm.Letter(practice, messageId, message) is not { } letter) return new Outcome.Failed("sender.missing", false);
        try
        {
            // Once it is on its way its end is awaited, even while the host stops: half an answer helps nobody.
            var response = await client.SendEmailAsync(letter, CancellationToken.None);
            return response.IsSuccessStatusCode
                ? new Outcome.Done(response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.FirstOrDefault() : null)
                : ProviderVerdict.OfStatus(Name, (int)response.StatusCode, response.Headers, clock.GetUtcNow());
        }
        catch (NoAnswerException silence)
        {
            return ProviderVerdict.OfSilence(Name, silence.MayHaveArrived);
        }
    }

    /// <summary>SendGrid cannot be asked by an id of ours; its event webhook tells, when the message went out after all.</summary>
    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(null);
}
