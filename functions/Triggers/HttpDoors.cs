using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Every address that leads into this app. Anonymous for the Functions host: our own gate asks for keys.</summary>
public sealed class HttpDoors(ApiPipeline pipeline, DurableLink link)
{
    /// <summary>Other systems call: forms, booking, payments, Twilio, SendGrid.</summary>
    [Function(nameof(Hooks))]
    public Task<IResult> Hooks([HttpTrigger(AuthorizationLevel.Anonymous, Route = "hooks/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    /// <summary>The builder, and systems with a key.</summary>
    [Function(nameof(Api))]
    public Task<IResult> Api([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    [Function(nameof(Unsubscribe))]
    public Task<IResult> Unsubscribe([HttpTrigger(AuthorizationLevel.Anonymous, Route = "u/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    /// <summary>Tracked links in messages.</summary>
    [Function(nameof(Links))]
    public Task<IResult> Links([HttpTrigger(AuthorizationLevel.Anonymous, Route = "l/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    /// <summary>Pages on which patients book, move or call off a visit.</summary>
    [Function(nameof(Booking))]
    public Task<IResult> Booking([HttpTrigger(AuthorizationLevel.Anonymous, Route = "b/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    /// <summary>Call-backs of webhook steps that wait.</summary>
    [Function(nameof(Resume))]
    public Task<IResult> Resume([HttpTrigger(AuthorizationLevel.Anonymous, Route = "resume/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    [Function(nameof(Health))]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, Route = "health/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    [Function(nameof(Description))]
    public Task<IResult> Description([HttpTrigger(AuthorizationLevel.Anonymous, Route = "openapi.json")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    [Function(nameof(Docs))]
    public Task<IResult> Docs([HttpTrigger(AuthorizationLevel.Anonymous, Route = "docs/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) => Serve(request, client);

    async Task<IResult> Serve(HttpRequest request, DurableTaskClient client)
    {
        link.Offer(client);
        await pipeline.Run(request.HttpContext);
        // The answer is written already.
        return Results.Empty;
    }
}
