using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Resuming;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>What became of a call-back.</summary>
/// <param name="State"><c>accepted</c>; <c>known</c>: one came before, and this one changed nothing.</param>
public sealed record CallbackAnswer(string State);

/// <summary>Where another system answers to the call of a step that waits for it. Whoever knows the address may, once.</summary>
static class ResumeRoutes
{
    const int Most = 64 * 1024;

    public static void Map(IEndpointRouteBuilder root) => root.MapPost("/resume/{token}", Resume).Open().WithTags("Pages")
        .Answers<CallbackAnswer>(StatusCodes.Status202Accepted).Produces<CallbackAnswer>().Produces<Problem>(StatusCodes.Status410Gone, Problem.MediaType);

    static async Task<IResult> Resume(HttpContext http, string token, TokenReader tokens, TokenRate rate, Callbacks callbacks, CancellationToken ct)
    {
        if (tokens.Resume(token) is not { } call) return ProblemResult.Of(Codes.NotFound);
        if (!rate.Admit(token)) return new ProblemResult(new(Codes.TooMany, RetryAfter: 10));
        var bytes = await RawBody.Read(http.Request, ct, Most);
        if (bytes.IsEmpty) return ProblemResult.Of(Codes.BodyMissing);
        if (JsonBody.Parse(bytes) is not { ValueKind: JsonValueKind.Object } body) return ProblemResult.Of(Codes.BodyNotObject);
        return await callbacks.Take(call.Practice, call.EffectId, body, ct) switch
        {
            CallbackTaken.Now => TypedResults.Json(new CallbackAnswer("accepted"), ApiJson.Options, statusCode: StatusCodes.Status202Accepted),
            CallbackTaken.Before => TypedResults.Json(new CallbackAnswer("known"), ApiJson.Options),
            CallbackTaken.TooLate => ProblemResult.Of(Codes.CallbackGone),
            var other => throw new InvalidOperationException($"No answer for {other}."),
        };
    }
}
