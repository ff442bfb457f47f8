using System.Text.Json;
using Twilio.Exceptions;
using Twilio.Http;

// A double of the Twilio package's client: what it makes of an answer, and of none.
namespace Twilio.Clients;

public interface ITwilioRestClient
{
    string AccountSid { get; }
    Task<Response> RequestAsync(Request request);
}

public class TwilioRestClient(string username, string password, string? accountSid = null, string? region = null, Twilio.Http.HttpClient? httpClient = null, string? edge = null)
    : ITwilioRestClient
{
    public string AccountSid { get; } = accountSid ?? username;
    public string? Region { get; } = region;
    public string? Edge { get; set; } = edge;

    public async Task<Response> RequestAsync(Request request)
    {
        request.SetAuth(username, password);
        Response response;
        try
        {
            response = await httpClient!.MakeRequestAsync(request);
        }
        catch (Exception clientException)
        {
            throw new ApiConnectionException("Connection Error: POST" + request.Uri, clientException);
        }
        return (int)response.StatusCode is >= 200 and < 400 ? response : throw Refused(response);
    }

    static ApiException Refused(Response response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            int Number(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
            return new(Number("code"), (int)response.StatusCode, json.RootElement.GetProperty("message").GetString()!, null);
        }
        catch (JsonException)
        {
            return new($"Api Error: {response.StatusCode} - {response.Content}");
        }
    }
}
