using AesthetixWorkflows.Runtime.Outbound;
using Microsoft.AspNetCore.Http;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_temporary_redirect_carries_method_body_and_signature(int status)
    {
        await using var target = await Receiver.AnsweringAsync(200);
        await using var source = await Receiver.AnsweringAsync(status, ("Location", target.Url("/new").ToString()));
        var request = Sending.Post(source.Url()) with { SigningSecrets = [StandardWebhooks.NewSecret()] };
        Assert.Equal(200, (await new Sending().AnsweredAsync(request)).Status);
        var (before, after) = (Assert.Single(source.Requests), Assert.Single(target.Requests));
        Assert.Equal(("POST", "/new", before.Body), (after.Method, after.Path, after.Body));
        Assert.Equal(before.Headers["webhook-signature"], after.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    public async Task See_other_is_fetched_without_the_body(int status)
    {
        await using var target = await Receiver.AnsweringAsync(200);
        await using var source = await Receiver.AnsweringAsync(status, ("Location", target.Url("/done").ToString()));
        await new Sending().AnsweredAsync(Sending.Post(source.Url("/exec")));
        var after = Assert.Single(target.Requests);
        Assert.Equal(("GET", ""), (after.Method, after.Body));
        Assert.DoesNotContain("webhook-id", after.Headers.Keys);
    }

    [Theory]
    [InlineData(301, "/elsewhere")]
    [InlineData(301, "/hook")]
    [InlineData(302, "/hook")]
    public async Task A_webhook_that_has_moved_is_refused_rather_than_emptied(int status, string path)
    {
        await using var target = await Receiver.AnsweringAsync(200);
        await using var source = await Receiver.AnsweringAsync(status, ("Location", target.Url(path).ToString()));
        Assert.Equal(OutboundCodes.RedirectMoved, await new Sending().RefusedAsync(Sending.Post(source.Url("/hook"))));
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task Keys_and_tokens_stay_with_the_origin_they_were_written_for()
    {
        await using var target = await Receiver.AnsweringAsync(200);
        await using var source = await Receiver.StartAsync(context =>
        {
            var next = context.Request.Path == "/a" ? "/b" : target.Url("/c", "partner.test").ToString();
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = next;
            return Task.CompletedTask;
        });
        var request = Sending.Post(source.Url("/a")) with
        {
            Headers = [new("Authorization", "Bearer s"), new("X-Api-Key", "k"), new("Cookie", "c=1"), new("Accept", "text/plain")],
        };
        await new Sending().AnsweredAsync(request);
        Assert.Equal(["Bearer s", "Bearer s"], source.Requests.Select(r => r.Headers["Authorization"]));
        var after = Assert.Single(target.Requests);
        Assert.Equal("text/plain", after.Headers["Accept"]);
        Assert.Equal(Sending.EffectId, after.Headers["Idempotency-Key"]);
        Assert.Empty(after.Headers.Keys.Intersect(["Authorization", "X-Api-Key", "Cookie"]));
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (left > 0) context.Response.Redirect($"/{left - 1}", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        Assert.Equal(200, (await new Sending().AnsweredAsync(Sending.Post(receiver.Url("/3")))).Status);
        Assert.Equal(OutboundCodes.RedirectTooMany, await new Sending().RefusedAsync(Sending.Post(receiver.Url("/4"))));
    }

    [Theory]
    [InlineData("file:///etc/passwd", OutboundCodes.Scheme)]
    [InlineData("http://a:b@clinic.test/", OutboundCodes.UserInfo)]
    [InlineData("http://clinic.test:99999/", OutboundCodes.RedirectUnreadable)]
    public async Task A_redirect_to_what_is_no_plain_web_address_is_refused(string location, string code)
    {
        await using var source = await Receiver.AnsweringAsync(307, ("Location", location));
        Assert.Equal(code, await new Sending().RefusedAsync(Sending.Post(source.Url())));
    }

    [Fact]
    public void A_redirect_from_https_to_http_is_refused()
    {
        var hop = new Hop(HttpMethod.Get, new Uri("https://a.example.com/"), WithBody: false, AtHome: true);
        var stop = Assert.IsType<Redirect.Stop>(Redirect.Of(hop, 302, "http://a.example.com/"));
        Assert.Equal(OutboundCodes.RedirectDowngrade, stop.Answer.Code);
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_the_answer()
    {
        await using var source = await Receiver.AnsweringAsync(302);
        Assert.Equal(302, (await new Sending().AnsweredAsync(Sending.Post(source.Url()))).Status);
    }
}
