using System.Net;
using System.Net.Http.Headers;
using System.Text;

// A double of the Twilio package's HTTP part.
namespace Twilio.Http;

public class Response(HttpStatusCode statusCode, string content, HttpResponseHeaders? headers = null)
{
    public HttpStatusCode StatusCode { get; } = statusCode;
    public string Content { get; } = content;
    public HttpResponseHeaders? Headers { get; } = headers;
}

public class Request(Uri uri, List<KeyValuePair<string, string>> postParams)
{
    public Uri Uri { get; } = uri;
    public string? Username { get; private set; }
    public string? Password { get; private set; }
    public List<KeyValuePair<string, string>> PostParams { get; } = postParams;

    public void SetAuth(string username, string password) => (Username, Password) = (username, password);
}

public abstract class HttpClient
{
    public Response? LastResponse { get; protected set; }
    public abstract Task<Response> MakeRequestAsync(Request request);
}

public class SystemNetHttpClient(System.Net.Http.HttpClient httpClient) : HttpClient
{
    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var post = new HttpRequestMessage(System.Net.Http.HttpMethod.Post, request.Uri);
        post.Content = new FormUrlEncodedContent(request.PostParams);
        post.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{request.Username}:{request.Password}")));
        post.Headers.Accept.Add(new("application/json"));
        LastResponse = null;
        var answer = await httpClient.SendAsync(post).ConfigureAwait(false);
        return LastResponse = new(answer.StatusCode, await answer.Content.ReadAsStringAsync().ConfigureAwait(false), answer.Headers);
    }
}
