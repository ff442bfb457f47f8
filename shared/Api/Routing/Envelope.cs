using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Replaying;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Api.Routing;

/// <summary>What surrounds every handler: the key, the replay, and the shape of failure. Part of the endpoint itself, so
/// no host can forget it.</summary>
static partial class Envelope
{
    public static void Around(EndpointBuilder builder)
    {
        var inner = builder.RequestDelegate ?? throw new InvalidOperationException($"{builder.DisplayName} has no handler.");
        builder.RequestDelegate = http => Guarded(http, inner, Entered);
    }

    /// <summary>A route that says neither who may call it nor that everybody may is a bug, found when the host starts.</summary>
    public static void Insist(EndpointBuilder builder)
    {
        if (!builder.Metadata.Any(m => m is Needs or Public)) throw new InvalidOperationException($"{builder.DisplayName} says neither Needs nor Public.");
    }

    static Task Entered(HttpContext http, RequestDelegate inner)
    {
        var metadata = http.GetEndpoint()!.Metadata;
        return metadata.GetMetadata<Public>() is not null ? inner(http) : Authorized(http, metadata.GetRequiredMetadata<Needs>(), inner);
    }

    static async Task Authorized(HttpContext http, Needs needs, RequestDelegate inner)
    {
        if (await Gate.Check(http, needs, http.RequestServices.GetRequiredService<KeyRing>(), http.RequestServices.GetService<ICallerSource>()) is { } refusal)
            await Problem.Write(http, refusal);
        else if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.TryGetValue("Idempotency-Key", out var key))
            await http.RequestServices.GetRequiredService<Replay>().Run(http, key.ToString(), h => Guarded(h, inner, Plainly));
        else
            await inner(http);
    }

    static Task Plainly(HttpContext http, RequestDelegate inner) => inner(http);

    static async Task Guarded(HttpContext http, RequestDelegate inner, Func<HttpContext, RequestDelegate, Task> enter)
    {
        try
        {
            await enter(http, inner);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var refusal = Explain(fault);
            if (refusal.Code == Codes.Internal) LogBug(Log(http), fault, http.Request.Method, Problem.TraceOf(http));
            if (refusal.Code == Codes.StoreUnavailable) LogStore(Log(http), fault, Problem.TraceOf(http));
            http.Response.Clear();
            await Problem.Write(http, refusal);
        }
    }

    static Refusal Explain(Exception fault) => fault switch
    {
        RefusedException refused => refused.Refusal,
        StoreUnavailableException => new(Codes.StoreUnavailable, RetryAfter: 2),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(Codes.BodyTooLarge),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new(Codes.MediaType),
        BadHttpRequestException => new(Codes.RequestInvalid),
        _ => new(Codes.Internal),
    };

    static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AesthetixWorkflows.Api");

    [LoggerMessage(1, LogLevel.Error, "A {Method} request failed, trace {TraceId}")]
    static partial void LogBug(ILogger log, Exception fault, string method, string traceId);

    [LoggerMessage(2, LogLevel.Warning, "The store is unavailable, trace {TraceId}")]
    static partial void LogStore(ILogger log, Exception fault, string traceId);
}
