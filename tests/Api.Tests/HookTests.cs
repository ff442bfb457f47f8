namespace AesthetixWorkflows.Api.Tests;

[Collection(nameof(Stand))]
public sealed class HookTests(Stand stand)
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("GET")]
    public async Task A_call_becomes_an_event_of_the_hooks_practice(string method)
    {
        var key = await stand.Fresh();
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Forms", eventType = "form.submitted" }, key)).Expect(201);
        var reply = (await stand.Send(method, hook.Text("path"), method == "GET" ? null : "a=1", key: null, media: "application/x-www-form-urlencoded")).Expect(202);
        var kept = Assert.Single(stand.Store.Events, e => e.Practice == key);
        Assert.Equal(kept.Id, reply.Text("eventId"));
        Assert.Equal("form.submitted", kept.Type);
    }

    [Fact]
    public async Task Calls_that_may_not_in_are_problems()
    {
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Forms", verification = "token" })).Expect(201);
        (await stand.Send("POST", "/hooks/nobody", "{}", key: null)).ExpectProblem(404, "notFound");
        (await stand.Send("POST", hook.Text("path"), "bad", key: null)).ExpectProblem(401, "hook.unverified");
        (await stand.Send("POST", hook.Text("path"), new string('x', 262_145), key: null)).ExpectProblem(413, "body.tooLarge");
        (await stand.Send("PATCH", $"/api/hooks/{hook.Text("id")}", new { enabled = false }, match: hook.Tag)).Expect(200);
        (await stand.Send("POST", hook.Text("path"), "{}", key: null)).ExpectProblem(410, "hook.gone");
        (await stand.Send("DELETE", $"/api/hooks/{hook.Text("id")}", match: "*")).Expect(204);
        (await stand.Send("POST", hook.Text("path"), "{}", key: null)).ExpectProblem(404, "notFound");
    }

    [Fact]
    public async Task A_secret_is_shown_when_it_is_made_and_never_again()
    {
        var key = await stand.Fresh();
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Signed", verification = "standard-webhooks" }, key)).Expect(201);
        var path = $"/api/hooks/{hook.Text("id")}";
        Assert.StartsWith("whsec_", hook.Text("secret"), StringComparison.Ordinal);
        Assert.Null((await stand.Send("GET", path, key: key)).Json["secret"]);
        var rotated = (await stand.Send("POST", $"{path}/rotate", key: key)).Expect(200);
        Assert.NotEqual(hook.Text("secret"), rotated.Text("secret"));
        Assert.Equal(2, (int)rotated.Json["secrets"]!);
        (await stand.Send("POST", $"{path}/rotate", key: key)).Expect(200);
        Assert.Equal(2, (int)(await stand.Send("GET", "/api/hooks", key: key)).Json["items"]![0]!["secrets"]!);
        Assert.Empty((await stand.Send("GET", "/api/hooks", key: await stand.Fresh())).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_body_without_a_length_is_limited_too()
    {
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Forms" })).Expect(201);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Text("path")) { Content = new StreamContent(new MemoryStream(new byte[300_000])) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await stand.Http.SendAsync(request);
        Assert.Equal(413, (int)response.StatusCode);
    }
}
