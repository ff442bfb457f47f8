using System.Net;
using AesthetixWorkflows.Local.Builder;
using AesthetixWorkflows.Local.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Builder;

/// <summary>The host as a browser meets it: no key, a jar of cookies, redirects looked at and not followed.</summary>
sealed class Window : IAsyncDisposable
{
    public const string Key = "ak_the_owner_of_this_window";
    readonly DataFolder _folder = new();
    readonly HandClock _time = new();
    LocalHost? _host;

    public HttpClient Http { get; private set; } = null!;
    public CookieContainer Jar { get; } = new();
    public LocalHost Host => _host!;
    public string Folder => _folder.Path;
    public string Address => _host!.Address;

    public static async Task<Window> Open(bool bundle = true)
    {
        var window = new Window();
        await window.Start(bundle);
        return window;
    }

    async Task Start(bool bundle = true, string urls = "http://127.0.0.1:0")
    {
        _host = await LocalHost.Start(new(_folder.Path, urls, Key, Demo: true),
            services => services.AddSingleton(_ => new Bundle(typeof(Window).Assembly, bundle ? "bundle/" : "nothing/")), _time);
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Jar, AllowAutoRedirect = false }) { BaseAddress = new Uri(_host.Address) };
    }

    public async Task Restart()
    {
        var address = Address;
        Http.Dispose();
        await _host!.DisposeAsync();
        await Start(urls: address);
    }

    public void Wait(TimeSpan time) => _time.Pass(time);

    /// <summary>The address that the host printed, without the host.</summary>
    public string Printed => new Uri(_host!.Greeting.Split(' ', '\n').First(word => word.Contains("?signin=", StringComparison.Ordinal))).PathAndQuery;

    public async Task SignIn() => Assert.Equal(HttpStatusCode.Redirect, (await Http.GetAsync(Printed)).StatusCode);

    /// <summary>What the app sends, or a foreign page, as <paramref name="headers"/> have it.</summary>
    public async Task<(int Status, string Body, HttpResponseMessage Answer)> Send(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Moved by hand; otherwise it runs on, because the host waits on real timers.</summary>
    sealed class HandClock : TimeProvider
    {
        TimeSpan _passed;
        public void Pass(TimeSpan time) => _passed += time;
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _passed;
    }
}
