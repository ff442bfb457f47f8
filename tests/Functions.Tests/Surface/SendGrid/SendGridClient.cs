using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

// A double of the SendGrid package: the members that functions/ uses, making the request that the package makes.
namespace SendGrid;

public interface ISendGridClient
{
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}

public class BaseClientOptions
{
    public string? Host { get; set; }
    public string Version { get; set; } = "v3";
    public AuthenticationHeaderValue? Auth { get; set; }
}

public class SendGridClientOptions : BaseClientOptions
{
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    public string ApiKey
    {
        get;
        set
        {
            field = value;
            Auth = new("Bearer", value);
        }
    } = "";
}

public class SendGridClient(HttpClient httpClient, SendGridClientOptions options) : ISendGridClient
{
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.Host!.TrimEnd('/')}/{options.Version}/mail/send"));
        request.Content = new StringContent(msg.Serialize(), Encoding.UTF8, "application/json");
        request.Content.Headers.ContentType!.CharSet = null;
        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new("application/json"));
        var answer = await httpClient.SendAsync(request, cancellationToken);
        return new(answer.StatusCode, answer.Content, answer.Headers);
    }
}

public class Response(System.Net.HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public System.Net.HttpStatusCode StatusCode { get; set; } = statusCode;
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;
    public HttpContent Body { get; set; } = responseBody;
    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}
