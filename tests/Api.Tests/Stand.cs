using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Delivering;
using AesthetixWorkflows.Api.Enrollments;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Hooks;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The surface on a real port, over a store in memory, with two practices and their keys.</summary>
public sealed class Stand : IAsyncLifetime
{
    public const string Practice = "prac_A", Other = "prac_B";
    public const string TwilioToken = "twilio-token";
    readonly WebApplication _app;

    public Stand()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (Environment.GetEnvironmentVariable("API_TEST_LOG") is null) builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStore>(Store).AddSingleton<IIdSource, CountingIds>()
            .AddSingleton(new ProductCatalogue([], [Trigger("form.submitted"), Trigger("webhook.received")]))
            .AddSingleton<IDefinitionCheck, StubCheck>().AddSingleton<IHookCalls, StubHookCalls>().AddSingleton<IEventReader, StubEventReader>()
            .AddSingleton<Catalogue.ICatalogueParts, StubParts>().AddSingleton<IAdmission, StubAdmission>()
            .AddSingleton<IMessageProvider, NoProvider>().AddWorkflowRuntime(TimeSpan.Zero);
        builder.Services.AddPublicPages(LinkKeys.Parse("lk_0123456789abcdef0123456789abcdef")!, () => new("https://app.lumina.example"));
        AestheticApi.Add(builder.Services);
        builder.Services.AddSingleton(new DeliveryReports(Store, new CountingIds(), TimeSpan.Zero))
            .AddProviderHooks(new(new("https://app.lumina.example/"), Convert.ToBase64String(SendGridKey.ExportSubjectPublicKeyInfo()), TwilioToken));
        _app = builder.Build();
        AestheticApi.Map(_app);
    }

    /// <summary>The key that SendGrid signs its calls with.</summary>
    public ECDsa SendGridKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    internal MemoryStore Store { get; } = new();
    public PageAddresses Pages => _app.Services.GetRequiredService<PageAddresses>();
    public HttpClient Http { get; private set; } = null!;
    public IReadOnlyList<RouteEndpoint> Routes => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task InitializeAsync()
    {
        foreach (var (practice, secret, scopes) in new[] { (Practice, "all", Scopes.All), (Practice, "none", []), (Other, "other", Scopes.All) })
            await Key(practice, secret, scopes);
        foreach (var practice in new[] { Practice, Other })
            await Store.Commit(new ChangeSet(practice).Put(Kinds.Practice, practice, new Practice { Name = practice, TimeZone = "America/New_York" }, 0));
        await _app.StartAsync();
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.First()) };
    }

    public Task Key(string practice, string secret, IReadOnlyList<string> scopes) => Store.Commit(new ChangeSet(practice)
        .PutShared(Kinds.Key, $"key_{secret}", new ApiKey(secret, KeyRing.HashOf(secret), [.. scopes], DateTimeOffset.UnixEpoch), 0));

    /// <summary>A new practice with a key of its own, for tests that count.</summary>
    public async Task<string> Fresh()
    {
        var name = "p" + Guid.NewGuid().ToString("N");
        await Key(name, name, Scopes.All);
        return name;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        SendGridKey.Dispose();
        await _app.DisposeAsync();
    }

    public async Task<Reply> Send(string method, string path, object? body = null, string? key = "all", string? match = null, string? replay = null, string? none = null, string media = "application/json")
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        if (none is not null) request.Headers.TryAddWithoutValidation("If-None-Match", none);
        if (replay is not null) request.Headers.Add("Idempotency-Key", replay);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(media);
        }
        using var response = await Http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.Tag, response.Headers);
    }

    static TriggerDescriptor Trigger(string type) => new(type, type, "Events", "", [], [], []);
}

/// <summary>What came back.</summary>
public sealed record Reply(int Status, string Body, string? Media, string? Tag, HttpResponseHeaders Headers)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
    public string Text(string field) => Json[field]!.ToString();

    public Reply Expect(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Body}");
        return this;
    }

    public Reply ExpectProblem(int status, string code)
    {
        Expect(status);
        Assert.Equal("application/problem+json", Media);
        Assert.Equal(code, Text("code"));
        Assert.NotEmpty(Text("traceId"));
        Assert.NotNull(Json["errors"]);
        return this;
    }
}

[CollectionDefinition(nameof(Stand))]
public sealed class StandCollection : ICollectionFixture<Stand>;
