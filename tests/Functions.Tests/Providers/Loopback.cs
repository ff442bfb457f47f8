using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AesthetixWorkflows.Functions.Providers.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Tests.Providers;

/// <summary>A provider on this machine: a real server that answers as it is told to, and remembers what it was asked.</summary>
public sealed class Loopback : IAsyncDisposable
{
    readonly WebApplication _app;

    Loopback(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Requests { get; } = new();
    public Asked Only => Assert.Single(Requests);

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http => Say(http, 202);

    public static async Task<Loopback> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var loopback = new Loopback(builder.Build());
        loopback._app.Run(loopback.Receive);
        await loopback._app.StartAsync();
        return loopback;
    }

    /// <summary>The client that providers are given, with every address leading here.</summary>
    public HttpClient Client(int patienceMs = 5_000) => Client(new Uri(_app.Urls.First()).Port, patienceMs);

    /// <summary>The same, leading to a door that nobody opens.</summary>
    public static HttpClient Nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return Client(port, 5_000);
    }

    public static Task Say(HttpContext http, int status, string? json = null, params (string Name, string Value)[] headers)
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        if (json is null) return Task.CompletedTask;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    /// <summary>The request was taken, and the line went dead before the answer.</summary>
    public static Task HangUp(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>The request was taken, and the answer never comes.</summary>
    public static Task FallSilent(HttpContext http) => Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>"Accepted", and half an answer.</summary>
    public static async Task BreakOff(HttpContext http)
    {
        http.Response.StatusCode = 201;
        http.Response.ContentLength = 1_000;
        await http.Response.WriteAsync("{\"sid\":");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task Receive(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Requests.Enqueue(new(http.Request.Headers["X-For"]!, http.Request.Method, http.Request.Path, http.Request.Headers.Authorization!, http.Request.ContentType, await reader.ReadToEndAsync()));
        await Answer(http);
    }

    static HttpClient Client(int port, int patienceMs) =>
        ProviderWire.Client(TimeSpan.FromMilliseconds(patienceMs), new Redirected(port) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });

    sealed class Redirected(int port) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-For", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new($"http://127.0.0.1:{port}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>One request as it came in.</summary>
/// <param name="For">The host that it was meant for.</param>
public sealed record Asked(string For, string Method, string Path, string Authorization, string? ContentType, string Body);
