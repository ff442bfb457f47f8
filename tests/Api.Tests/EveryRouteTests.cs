using System.Text.RegularExpressions;
using AesthetixWorkflows.Api.Access;
using Microsoft.AspNetCore.Routing;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Driven by the table of routes itself: a new route is covered the day it is mapped.</summary>
[Collection(nameof(Stand))]
public sealed partial class EveryRouteTests(Stand stand)
{
    [Fact]
    public async Task Without_a_key_every_route_that_needs_one_answers_401()
    {
        foreach (var (method, path, _) in Guarded()) (await stand.Send(method, path, key: null)).ExpectProblem(401, "key.missing");
    }

    [Fact]
    public async Task With_an_unknown_key_every_route_that_needs_one_answers_401()
    {
        foreach (var (method, path, _) in Guarded()) (await stand.Send(method, path, key: "stranger")).ExpectProblem(401, "key.unknown");
    }

    [Fact]
    public async Task Without_its_scope_every_route_that_needs_one_answers_403()
    {
        foreach (var (method, path, needs) in Guarded().Where(r => r.Needs.Scope is not null))
        {
            var reply = await stand.Send(method, path, key: "none");
            Assert.True(reply.Status == 403, $"{method} {path}: {reply.Status}");
            reply.ExpectProblem(403, "scope.missing");
            Assert.Contains(needs.Scope!, reply.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_belongs_to_another_practice_is_not_there()
    {
        var ids = await new Belongings(stand).Make();
        foreach (var (method, path, _) in Guarded().Where(r => r.Path.Contains('{', StringComparison.Ordinal)))
        {
            var reply = await stand.Send(method, ids.Fill(path), ids.BodyFor(method, path), "other", match: "*");
            Assert.True(reply.Status == 404, $"{method} {path}: {reply.Status} {reply.Body}");
            reply.ExpectProblem(404, "notFound");
        }
    }

    [Fact]
    public async Task Hostile_bodies_are_refused_on_every_route_that_reads_one()
    {
        var ids = await new Belongings(stand).Make();
        string[] bodies =
        [
            "{", "not json", "[]", "[1,2]", "null", "\"text\"", "12", "{\"unknownField\":1}", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"x\":\"\\ud800\"}",
            new string('[', 5000), string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), "{\"name\":{}}", "\u0000", "{\"name\":1e999}",
        ];
        foreach (var (method, path, _) in Guarded().Where(r => r.Method is "POST" or "PUT" or "PATCH" && ReadsBody(r.Method, r.Path)))
        {
            var takesAnyObject = path.EndsWith("/draft", StringComparison.Ordinal);
            foreach (var body in bodies)
            {
                var reply = await stand.Send(method, ids.Fill(path), body, match: "*");
                if (takesAnyObject && reply.Status == 200) continue;
                Assert.True(reply.Status is >= 400 and < 500, $"{method} {path} {body[..Math.Min(40, body.Length)]}: {reply.Status} {reply.Body}");
                Assert.Equal("application/problem+json", reply.Media);
                Assert.DoesNotContain("System.", reply.Body, StringComparison.Ordinal);
            }
            (await stand.Send(method, ids.Fill(path), "{\"x\":\"" + new string('x', 300_000) + "\"}", match: "*")).ExpectProblem(413, "body.tooLarge");
            if (!path.EndsWith("/events", StringComparison.Ordinal))
                (await stand.Send(method, ids.Fill(path), "{}", match: "*", media: "text/plain")).ExpectProblem(415, "body.mediaType");
        }
    }

    [Fact]
    public async Task C19_Without_If_Match_every_edit_answers_428()
    {
        var ids = await new Belongings(stand).Make();
        foreach (var (method, path, _) in Guarded().Where(r => r.Method is "PUT" or "PATCH" or "DELETE"))
            (await stand.Send(method, ids.Fill(path), method is "DELETE" ? null : "{}")).ExpectProblem(428, "ifMatch.missing");
    }

    [Fact]
    public async Task C19_With_a_stale_or_weak_or_garbled_tag_every_edit_answers_412()
    {
        var ids = await new Belongings(stand).Make();
        foreach (var (method, path, _) in Guarded().Where(r => r.Method is "PUT" or "PATCH" or "DELETE"))
            foreach (var tag in new[] { "\"999\"", "W/\"1\"", "garbled", "\"-1\"" })
                (await stand.Send(method, ids.Fill(path), ids.BodyFor(method, path), match: tag)).ExpectProblem(412, "stale");
    }

    [Fact]
    public async Task OpenAPI_lists_every_route_and_method()
    {
        var document = (await stand.Send("GET", "/openapi.json", key: null)).Expect(200).Json;
        Assert.StartsWith("3.1", document["openapi"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("array", document["components"]!["schemas"]!["Contact"]!["properties"]!["tags"]!["type"]!.ToString());
        Assert.NotNull(document["components"]!["schemas"]!["Contact"]!["properties"]!["id"]);
        foreach (var route in stand.Routes.Where(r => Methods(r).Count > 0 && r.RoutePattern.RawText != "/openapi.json"))
            foreach (var method in Methods(route))
                Assert.True(document["paths"]![Path(route)]?[method.ToLowerInvariant()] is not null, $"{method} {Path(route)} is not described");
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_answers_405_and_says_which_it_knows()
    {
        var ids = await new Belongings(stand).Make();
        foreach (var path in stand.Routes.Where(r => Methods(r).Count > 0 && r.RoutePattern.RawText != "/openapi.json").Select(Path).Distinct())
        {
            var reply = await stand.Send("TRACE", ids.Fill(path));
            Assert.True(reply.Status == 405, $"{path}: {reply.Status}");
            reply.ExpectProblem(405, "method.notAllowed");
        }
    }

    [Fact]
    public void Every_route_says_who_may_call_it() =>
        Assert.All(stand.Routes.Where(r => r.RoutePattern.RawText != "/openapi.json"), r => Assert.True(r.Metadata.GetMetadata<Needs>() is not null || r.Metadata.GetMetadata<Public>() is not null));

    IEnumerable<(string Method, string Path, Needs Needs)> Guarded() =>
        from route in stand.Routes
        where route.Metadata.GetMetadata<Needs>() is not null
        from method in Methods(route)
        select (method, Path(route), route.Metadata.GetMetadata<Needs>()!);

    bool ReadsBody(string method, string path) => stand.Routes.Any(r =>
        Path(r) == path && Methods(r).Contains(method) && r.Metadata.GetMetadata<Bodies.Reads>() is not null);

    static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
    static string Path(RouteEndpoint route) => "/" + Constraint().Replace(route.RoutePattern.RawText!, "").Trim('/');

    [GeneratedRegex(@"(?<=\{\w+):\w+(?=\})")]
    private static partial Regex Constraint();
}
