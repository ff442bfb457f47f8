using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.ModelDrafting.Tests;

/// <summary>A service on this machine that speaks chat completions and says what a test tells it to.</summary>
sealed class FakeModel : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Queue<Func<HttpContext, Task>> _answers = new();

    FakeModel(WebApplication app) => _app = app;

    public List<JsonObject> Asked { get; } = [];
    public List<string> Keys { get; } = [];
    public Uri Address => new(_app.Urls.First() + "/v1");

    public static async Task<FakeModel> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var model = new FakeModel(builder.Build());
        model._app.MapPost("/v1/chat/completions", model.Answer);
        await model._app.StartAsync();
        return model;
    }

    public FakeModel Says(string text) => Then(http => Complete(http, new JsonObject { ["role"] = "assistant", ["content"] = text }, "stop"));
    public FakeModel Refuses() => Then(http => Complete(http, new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = "I cannot help with that." }, "stop"));
    public FakeModel Fails(int status, string body = """{"error":{"message":"no","type":"x"}}""") => Then(http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    });
    public FakeModel Hangs() => Then(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
    public FakeModel Then(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public string UserText(int question) => Asked[question]["messages"]!.AsArray()[1]!["content"] switch
    {
        JsonValue text => text.ToString(),
        var parts => string.Concat(parts!.AsArray().Select(part => part!["text"]!.ToString())),
    };

    async Task Answer(HttpContext http)
    {
        Asked.Add((await JsonNode.ParseAsync(http.Request.Body))!.AsObject());
        Keys.Add(http.Request.Headers.Authorization.ToString());
        await _answers.Dequeue()(http);
    }

    static Task Complete(HttpContext http, JsonObject message, string reason)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new JsonObject
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "test-model",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = reason }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 50, ["total_tokens"] = 150 },
        }.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
