using System.Text.Json;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Types;

// A double of the Twilio package's message resource: creating one.
namespace Twilio.Rest.Api.V2010.Account;

public class CreateMessageOptions(PhoneNumber to)
{
    public PhoneNumber To { get; } = to;
    public Uri? StatusCallback { get; set; }
    public PhoneNumber? From { get; set; }
    public string? MessagingServiceSid { get; set; }
    public string? Body { get; set; }

    public List<KeyValuePair<string, string>> GetParams() =>
    [
        .. new[] { ("To", To.ToString()), ("StatusCallback", StatusCallback?.OriginalString), ("From", From?.ToString()), ("MessagingServiceSid", MessagingServiceSid), ("Body", Body) }
            .Where(field => field.Item2 is not null).Select(field => KeyValuePair.Create(field.Item1, field.Item2!)),
    ];
}

public class MessageResource
{
    public string? Sid { get; private set; }

    public static async Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient? client = null)
    {
        var address = new Uri($"https://api.twilio.com/2010-04-01/Accounts/{client!.AccountSid}/Messages.json");
        return FromJson((await client.RequestAsync(new(address, options.GetParams()))).Content);
    }

    static MessageResource FromJson(string json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            return new() { Sid = read.RootElement.TryGetProperty("sid", out var sid) ? sid.GetString() : null };
        }
        catch (JsonException e)
        {
            throw new ApiException(e.Message, e);
        }
    }
}
