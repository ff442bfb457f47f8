using System.Buffers;
using System.Text;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>The call is kept.</summary>
/// <param name="EventId">The event that the call became; a repeated call answers the first one's.</param>
public sealed record HookAccepted(string EventId);

/// <summary>The public address of hooks. Hot: one look-up in memory, one commit, one small answer.</summary>
static class HookCallRoute
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/hooks/{key}", [HttpMethods.Post, HttpMethods.Get, HttpMethods.Put], Receive).Open().WithTags("Hooks")
            .Answers<HookAccepted>(StatusCodes.Status202Accepted);

    static async Task<IResult> Receive(HttpContext http, string key, HookDirectory directory, IHookCalls calls, CancellationToken ct)
    {
        if (await directory.Find(key, ct) is not { } entry) return NotFound;
        if (!entry.Hook.Enabled) return Gone;
        if (!entry.Rate.Admit(directory.Now)) return TooMany;
        var request = http.Request;
        var body = await RawBody.Read(request, ct, HookBody.Most(entry.Hook.EventType));
        var url = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";
        var result = await calls.Receive(
            new(entry.Practice, entry.Id, entry.Hook, request.Method, url, request.Query, request.Headers, request.ContentType, body), ct);
        return result switch
        {
            // Twilio takes the body of an answer for instructions; this one says: nothing to do.
            HookResult.Accepted when entry.Hook.Verification == "twilio" => NothingToDo,
            HookResult.Accepted accepted => new AcceptedCall(accepted.EventId),
            HookResult.Unverified => Unverified,
            HookResult.Unreadable(var message, var code, var pointer) => code switch
            {
                HookCodes.TooLarge => ProblemResult.Of(Codes.BodyTooLarge, message),
                HookCodes.MediaType => ProblemResult.Of(Codes.MediaType, message),
                HookCodes.NotJson => new ProblemResult(Refusal.OfField(Codes.BodyNotJson, pointer, message)),
                HookCodes.NotAnObject => new ProblemResult(Refusal.OfField(Codes.BodyNotObject, pointer, message)),
                _ => new ProblemResult(Refusal.OfField(Codes.RequestInvalid, pointer, message)),
            },
            _ => throw new InvalidOperationException($"{result.GetType().Name} is not known."),
        };
    }

    static readonly IResult NotFound = ProblemResult.Of(Codes.NotFound);
    static readonly IResult NothingToDo = TypedResults.Text("<Response/>", "text/xml", statusCode: StatusCodes.Status202Accepted);
    static readonly IResult Gone = ProblemResult.Of(Codes.HookGone);
    static readonly IResult Unverified = ProblemResult.Of(Codes.HookUnverified);
    static readonly IResult TooMany = new ProblemResult(new(Codes.TooMany, RetryAfter: 1));

    /// <summary>Writes <c>{"eventId":"evt_…"}</c> straight into the response: ids need no escaping. With its length said, the
    /// answer leaves in one piece.</summary>
    sealed class AcceptedCall(string eventId) : IResult
    {
        static ReadOnlySpan<byte> Before => "{\"eventId\":\""u8;
        static ReadOnlySpan<byte> After => "\"}"u8;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = StatusCodes.Status202Accepted;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Before.Length + eventId.Length + After.Length;
            var writer = response.BodyWriter;
            writer.Write(Before);
            Encoding.ASCII.GetBytes(eventId, writer);
            writer.Write(After);
            // Flushed by the server when the request is over.
            return Task.CompletedTask;
        }
    }
}
