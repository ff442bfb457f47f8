using System.IO.Compression;

namespace AesthetixWorkflows.Local.Tests.Builder;

public sealed class ServingTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/workflows")]
    [InlineData("/workflows/wf_1/statistics")]
    [InlineData("/contacts/con_1")]
    [InlineData("/apiary")]
    public async Task Every_page_of_the_app_is_the_app(string path)
    {
        await using var window = await Window.Open();
        var (status, body, answer) = await window.Send(HttpMethod.Get, path);
        Assert.Equal(200, status);
        Assert.Contains("The app", body, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task What_belongs_to_others_is_never_the_app()
    {
        await using var window = await Window.Open();
        foreach (var path in new[]
        {
            "/api", "/api/nothing", "/hooks/x/y", "/health/x", "/docs/x", "/openapi.json/x", "/session/x", "/u", "/l", "/b", "/resume", "/demo", "/demo/x",
            "/assets/gone-9f9f.js", "/assets/", "/robots.txt", "/workflows/app.js", "/../data/owner.key", "/..%2f..%2fdata/owner.key", "/assets/..%2findex.html",
        })
        {
            var (status, body, _) = await window.Send(HttpMethod.Get, path);
            Assert.True(status == 404, $"{path}: {status}");
            Assert.DoesNotContain("The app", body, StringComparison.Ordinal);
        }
        Assert.NotEqual(200, (await window.Send(HttpMethod.Post, "/workflows")).Status);
    }

    [Fact]
    public async Task Files_named_by_their_content_are_kept_for_ever_and_the_rest_is_asked_for_again()
    {
        await using var window = await Window.Open();
        var file = (await window.Send(HttpMethod.Get, "/assets/app-1a2b.js")).Answer;
        Assert.Equal("public, max-age=31536000, immutable", file.Headers.CacheControl!.ToString());
        Assert.StartsWith("text/javascript", file.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        var page = (await window.Send(HttpMethod.Get, "/workflows")).Answer;
        var again = await window.Send(HttpMethod.Get, "/workflows", null, ("If-None-Match", page.Headers.ETag!.Tag));
        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal(page.Headers.ETag, again.Answer.Headers.ETag);
        Assert.Equal(200, (await window.Send(HttpMethod.Get, "/workflows", null, ("If-None-Match", "\"another\""))).Status);
        var head = await window.Send(HttpMethod.Head, "/workflows");
        Assert.Equal((200, "", page.Content.Headers.ContentLength), (head.Status, head.Body, head.Answer.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task They_travel_as_small_as_the_browser_can_take_them(string accepted, string? sent)
    {
        await using var window = await Window.Open();
        var plain = await window.Http.GetByteArrayAsync("/assets/app-1a2b.js");
        var (_, _, answer) = await window.Send(HttpMethod.Get, "/assets/app-1a2b.js", null, ("Accept-Encoding", accepted));
        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        using var bytes = new MemoryStream();
        await using (var open = Plain(await answer.Content.ReadAsStreamAsync(), sent)) await open.CopyToAsync(bytes);
        Assert.Equal(plain, bytes.ToArray());
        Assert.Equal(sent is null, answer.Content.Headers.ContentLength == plain.Length);
    }

    [Fact]
    public async Task Nothing_foreign_runs_in_the_app_and_nothing_foreign_frames_it()
    {
        await using var window = await Window.Open();
        var answer = (await window.Send(HttpMethod.Get, "/contacts")).Answer;
        var policy = Policy(answer);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        var email = Policy((await window.Send(HttpMethod.Get, "/email.html")).Answer);
        Assert.StartsWith("sandbox allow-scripts; default-src 'none'; script-src 'self'", email, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", email, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_API_says_about_patients_stays_in_no_cache()
    {
        await using var window = await Window.Open();
        var (status, _, answer) = await window.Send(HttpMethod.Get, "/api/contacts", null, ("Authorization", $"Bearer {Window.Key}"));
        Assert.Equal((200, "no-store"), (status, answer.Headers.CacheControl!.ToString()));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task Without_a_builder_a_page_says_what_to_install_and_the_API_works()
    {
        await using var window = await Window.Open(bundle: false);
        var (status, body, _) = await window.Send(HttpMethod.Get, "/");
        Assert.Equal(200, status);
        Assert.Contains("Node.js 20.19", body, StringComparison.Ordinal);
        Assert.Contains("Node.js 20.19", window.Host.Greeting, StringComparison.Ordinal);
        Assert.Equal(200, (await window.Send(HttpMethod.Get, "/health/live")).Status);
    }

    [Fact]
    public async Task The_first_thing_printed_is_what_to_open()
    {
        await using var window = await Window.Open();
        var lines = window.Host.Greeting.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains($"{window.Address}/?signin=", lines[1], StringComparison.Ordinal);
    }

    static Stream Plain(Stream from, string? encoding) =>
        encoding switch { "br" => new BrotliStream(from, CompressionMode.Decompress), "gzip" => new GZipStream(from, CompressionMode.Decompress), _ => from };

    static string Policy(HttpResponseMessage answer) => Header(answer, "Content-Security-Policy");
    static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join("", values) : "";
}
