using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Providers.Wire;
using AesthetixWorkflows.Runtime.Ports;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace AesthetixWorkflows.Functions.Providers.Twilio;

/// <summary>Sends texts by Twilio.</summary>
/// <remarks>Twilio's errors quote numbers, so only their codes are read and nothing of them is kept.</remarks>
/// <param name="http">Made by <see cref="ProviderWire.Client"/>.</param>
/// <param name="callback">The address that a message's status is reported to, by practice and message; null: nowhere.</param>
public sealed class TwilioProvider(System.Net.Http.HttpClient http, TwilioSettings settings, Func<string, string, Uri?> callback, TimeProvider clock) : IMessageProvider
{
    const string Name = "twilio";

    public async Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (settings.MessagingServiceSid is null && message.From is null) return new Outcome.Failed("sender.missing", false);
        var answers = new List<Outcome>();
        // What is said to the team goes to each of them as a text of their own.
        foreach (var to in (message.To ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
            answers.Add(await Send(new CreateMessageOptions(new PhoneNumber(to))
            {
                From = settings.MessagingServiceSid is null && message.From is { } from ? new PhoneNumber(from) : null,
                MessagingServiceSid = settings.MessagingServiceSid,
                Body = message.Text,
                StatusCallback = callback(practice, messageId),
            }));
        return TogetherOf(answers);
    }

    /// <summary>Twilio keeps nothing of ours that its list of messages could be searched by; its status callback tells, when
    /// the message went out after all.</summary>
    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(null);

    async Task<Outcome> Send(CreateMessageOptions options)
    {
        // One for each call: the answer's headers are read from it, and a shared one would hold another call's.
        var wire = new SystemNetHttpClient(http);
        try
        {
            var client = new TwilioRestClient(settings.AccountSid, settings.AuthToken, httpClient: wire);
            return new Outcome.Done((await MessageResource.CreateAsync(options, client)).Sid);
        }
        catch (ApiConnectionException lost) when (lost.InnerException is NoAnswerException silence)
        {
            return ProviderVerdict.OfSilence(Name, silence.MayHaveArrived);
        }
        catch (TwilioException) when (wire.LastResponse is { } answer && (int)answer.StatusCode < 300)
        {
            // Accepted, in words that the package could not read.
            return new Outcome.Done();
        }
        catch (TwilioException refused) when (wire.LastResponse is { } answer)
        {
            return TwilioVerdict.Of((refused as ApiException)?.Code ?? 0, (int)answer.StatusCode, answer.Headers, clock.GetUtcNow());
        }
    }

    /// <summary>One verdict for all: what one of them has got must not be sent to them again for another's sake.</summary>
    static Outcome TogetherOf(List<Outcome> answers)
    {
        if (answers.Count == 0) return new Outcome.Failed("recipient.missing", false);
        if (answers.OfType<Outcome.Unknown>().FirstOrDefault() is { } unknown) return unknown;
        var accepted = answers.OfType<Outcome.Done>().ToList();
        if (accepted.Count > 0) return new Outcome.Done(string.Join(',', accepted.Select(done => done.Ref).OfType<string>()) is { Length: > 0 } sids ? sids : null);
        return answers.OfType<Outcome.Failed>().FirstOrDefault(failed => failed.Retryable) ?? answers[0];
    }
}
