using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>Calls an address as the Functions host does: finds the HTTP function by its route and hands it the request.</summary>
static class Browser
{
    public static readonly IReadOnlyList<(string Route, MethodInfo Function)> Doors =
    [
        .. from method in typeof(HttpDoors).GetMethods()
           where method.GetCustomAttribute<FunctionAttribute>() is not null
           let trigger = method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!
           select (trigger.Route!, method),
    ];

    public static bool Leads(string route, string path) => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);

    public static async Task<Seen> Call(this AzureStand stand, string method, string path, string? body = null, string? key = AzureStand.OwnerKey, string media = "application/json", params (string, string)[] headers)
    {
        var (route, function) = Assert.Single(Doors, door => Leads(door.Route, path));
        using var scope = stand.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var (request, answer) = (http.Request, new MemoryStream());
        // What the worker's own server sees: an address of its own, and a route that matched already.
        (request.Method, request.Scheme, request.Host, request.Path) = (method, "http", new HostString("127.0.0.1", 49152), path.Split('?')[0]);
        if (path.Contains('?', StringComparison.Ordinal)) request.QueryString = new(path[path.IndexOf('?', StringComparison.Ordinal)..]);
        request.RouteValues["rest"] = "stale";
        http.SetEndpoint(new Endpoint(null, null, route));
        if (body is not null)
        {
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            (request.ContentType, request.ContentLength) = (media, request.Body.Length);
        }
        if (key is not null) request.Headers.Authorization = $"Bearer {key}";
        foreach (var (name, value) in headers) request.Headers.Append(name, value);
        http.Response.Body = answer;
        await (Task<IResult>)function.Invoke(stand.Function<HttpDoors>(), [request, stand.Durable])!;
        await http.Response.BodyWriter.FlushAsync();
        return new(http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()), http.Response.Headers.AccessControlExposeHeaders.ToString());
    }
}

/// <summary>What came back.</summary>
/// <param name="Exposed">What a page of another site may read of its headers.</param>
sealed record Seen(int Status, string Body, string Exposed = "")
{
    public JsonNode Json => JsonNode.Parse(Body)!;
    public string Code => Json["code"]!.ToString();

    public Seen Expect(int status, string? code = null)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Body}");
        if (code is not null) Assert.Equal(code, Code);
        return this;
    }
}
