using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using Microsoft.Net.Http.Headers;

namespace AesthetixWorkflows.Local.SignIn;

/// <summary>Signing in with a key, signing out, and a new address to sign in with.</summary>
sealed class SessionRoutes(Sessions sessions, SignInLinks links) : IEndpointMap
{
    public void Map(IEndpointRouteBuilder root)
    {
        var routes = root.MapGroup("/session").WithTags("Session");
        routes.MapGet("", (Caller caller) => TypedResults.Ok(Seen(caller))).AnyKey().Answers<SignedInAs>();
        routes.MapPost("", Open).Open().Answers<SignedInAs>();
        routes.MapDelete("", End).Open().AnswersNothing();
        routes.MapPost("/links", Link).AnyKey().Answers<LinkMade>();
    }

    async Task<IResult> Open(HttpContext http, Body<KeyGiven> body, KeyRing keys, CancellationToken ct)
    {
        if (OwnPage.WhyNot(http.Request) is { } why) return new ProblemResult(new(Codes.SignInCrossSite, why));
        if (body.Value.Key?.Trim() is not { Length: > 0 } key) return new ProblemResult(Refusal.Required("key"));
        if (await keys.Find(key, ct) is not { } caller) return ProblemResult.Of(Codes.KeyUnknown);
        SessionCookie.Write(http, sessions.Open(KeyRing.HashOf(key)));
        return TypedResults.Ok(Seen(caller));
    }

    IResult End(HttpContext http)
    {
        if (OwnPage.WhyNot(http.Request) is { } why) return new ProblemResult(new(Codes.SignInCrossSite, why));
        if (SessionCookie.Read(http.Request) is { } secret) sessions.End(secret);
        SessionCookie.Remove(http);
        return TypedResults.NoContent();
    }

    // Only with a key in the header: a session must not make sessions that outlive it.
    IResult Link(HttpContext http)
    {
        var header = http.Request.Headers[HeaderNames.Authorization].ToString();
        if (header.Length <= Bearer) return ProblemResult.Of(Codes.KeyMissing);
        var link = links.Make(KeyRing.HashOf(header[Bearer..].Trim()));
        return TypedResults.Ok(new LinkMade(link.At($"{http.Request.Scheme}://{http.Request.Host}"), link.Until));
    }

    const int Bearer = 7;

    static SignedInAs Seen(Caller caller) => new(caller.Name, [.. caller.Scopes.Order(StringComparer.Ordinal)]);
}

/// <param name="Key">An API key; the owner's is in the data folder.</param>
sealed record KeyGiven(string? Key = null);
/// <param name="Name">The name of the key.</param>
sealed record SignedInAs(string Name, IReadOnlyList<string> Scopes);
/// <param name="Address">Signs in whoever opens it, once.</param>
sealed record LinkMade(string Address, DateTimeOffset Until);
