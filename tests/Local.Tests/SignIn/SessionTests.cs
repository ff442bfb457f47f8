using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Builder;

namespace AesthetixWorkflows.Local.Tests.SignIn;

public sealed class SessionTests
{
    static readonly (string, string) Own = ("X-Aesthetix-Builder", "1"), SameOrigin = ("Sec-Fetch-Site", "same-origin");

    static Task<(int Status, string Body, HttpResponseMessage Answer)> Read(Window window) => window.Send(HttpMethod.Get, "/api/workflows", null, Own);

    static Task<(int Status, string Body, HttpResponseMessage Answer)> Make(Window window, params (string, string)[] headers) =>
        window.Send(HttpMethod.Post, "/api/contacts", JsonContent.Create(new { firstName = "Eva" }), headers);

    [Fact]
    public async Task The_printed_address_signs_in_once_and_the_token_leaves_the_address_bar()
    {
        await using var window = await Window.Open();
        Assert.Equal(401, (await Read(window)).Status);
        var (status, _, answer) = await window.Send(HttpMethod.Get, window.Printed);
        Assert.Equal((302, "/"), (status, answer.Headers.Location!.ToString()));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        foreach (var rule in new[] { "httponly", "samesite=strict", "path=/", "max-age=43200" }) Assert.Contains(rule, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await Read(window)).Status);
        Assert.Equal("/", (await window.Http.GetAsync(window.Printed)).Headers.Location!.ToString());

        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(window.Address) };
        var late = await stranger.GetAsync(window.Printed);
        Assert.Equal("/?signin=over", late.Headers.Location!.ToString());
        Assert.False(late.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_look_at_the_printed_address_without_opening_it_uses_nothing_up()
    {
        await using var window = await Window.Open();
        Assert.False((await window.Send(HttpMethod.Head, window.Printed)).Answer.Headers.Contains("Set-Cookie"));
        await window.SignIn();
        Assert.Equal(200, (await Read(window)).Status);
    }

    [Fact]
    public async Task After_ten_minutes_the_printed_address_is_too_old()
    {
        await using var window = await Window.Open();
        window.Wait(TimeSpan.FromMinutes(10));
        Assert.Equal("/?signin=over", (await window.Http.GetAsync(window.Printed)).Headers.Location!.ToString());
        Assert.Equal(401, (await Read(window)).Status);
    }

    [Fact]
    public async Task A_session_lasts_twelve_hours_after_it_was_used_last()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        for (var i = 0; i < 3; i++)
        {
            window.Wait(TimeSpan.FromHours(11));
            var read = await Read(window);
            Assert.Equal(200, read.Status);
            Assert.True(read.Answer.Headers.Contains("Set-Cookie"));
        }
        Assert.False((await Read(window)).Answer.Headers.Contains("Set-Cookie"));
        window.Wait(TimeSpan.FromHours(12));
        var over = await Read(window);
        Assert.Equal(401, over.Status);
        Assert.Contains("signIn.over", over.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_clock_that_is_moved_on_signs_nobody_out()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        Assert.Equal(200, (await window.Send(HttpMethod.Post, "/api/sandbox/clock", JsonContent.Create(new { advance = "P3D" }), Own, SameOrigin)).Status);
        Assert.Equal(200, (await Read(window)).Status);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out_and_the_cookie_itself_is_kept_nowhere()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        var secret = window.Jar.GetAllCookies().Single().Value;
        foreach (var file in Directory.GetFiles(window.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var open = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.DoesNotContain(secret, await open.ReadToEndAsync(), StringComparison.Ordinal);
        }
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(window.Folder, "sessions.json")));
        await window.Restart();
        Assert.Equal(200, (await Read(window)).Status);
    }

    [Fact]
    public async Task A_key_that_is_typed_in_signs_in_with_what_that_key_may_do()
    {
        await using var window = await Window.Open();
        var made = await window.Send(HttpMethod.Post, "/api/keys", JsonContent.Create(new { name = "Desk", scopes = new[] { "contacts:read" } }), ("Authorization", $"Bearer {Window.Key}"));
        var key = JsonDocument.Parse(made.Body).RootElement;
        var entered = await Enter(window, key.GetProperty("secret").GetString()!);
        Assert.Equal((200, """{"name":"Desk","scopes":["contacts:read"]}"""), (entered.Status, entered.Body));
        Assert.Equal(200, (await window.Send(HttpMethod.Get, "/api/contacts", null, Own)).Status);
        Assert.Equal(403, (await window.Send(HttpMethod.Get, "/api/keys", null, Own)).Status);
        Assert.Equal("Desk", JsonDocument.Parse((await window.Send(HttpMethod.Get, "/session", null, Own)).Body).RootElement.GetProperty("name").GetString());

        Assert.Equal(204, (await window.Send(HttpMethod.Delete, $"/api/keys/{key.GetProperty("id").GetString()}", null, ("Authorization", $"Bearer {Window.Key}"), ("If-Match", "*"))).Status);
        Assert.Equal(401, (await window.Send(HttpMethod.Get, "/api/contacts", null, Own)).Status);
    }

    [Fact]
    public async Task A_wrong_key_signs_nobody_in()
    {
        await using var window = await Window.Open();
        var (status, body, answer) = await Enter(window, "ak_of_somebody_else_entirely");
        Assert.Equal(401, status);
        Assert.Contains("key.unknown", body, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(400, (await Enter(window, " ")).Status);
    }

    [Fact]
    public async Task Who_signs_out_is_out_also_with_the_cookie_still_in_hand()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        var inHand = window.Jar.GetCookieHeader(new Uri(window.Address));
        Assert.Equal(204, (await window.Send(HttpMethod.Delete, "/session", null, Own, SameOrigin)).Status);
        Assert.DoesNotContain(window.Jar.GetAllCookies(), cookie => !cookie.Expired);
        Assert.Equal(401, (await window.Send(HttpMethod.Get, "/api/workflows", null, Own, ("Cookie", inHand))).Status);
    }

    [Fact]
    public async Task The_key_makes_another_address_and_a_session_does_not()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        Assert.Equal(401, (await window.Send(HttpMethod.Post, "/session/links", null, Own, SameOrigin)).Status);
        Assert.Equal(401, (await window.Send(HttpMethod.Post, "/session/links", null, ("Authorization", "Bearer ak_of_somebody_else"))).Status);
        var made = await window.Send(HttpMethod.Post, "/session/links", null, ("Authorization", $"Bearer {Window.Key}"));
        var address = new Uri(JsonDocument.Parse(made.Body).RootElement.GetProperty("address").GetString()!);
        Assert.StartsWith(window.Address, address.ToString(), StringComparison.Ordinal);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Assert.True((await stranger.GetAsync(address)).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_foreign_page_gets_nothing_by_the_cookie()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        var origin = ("Origin", window.Address);
        Assert.Equal(201, (await Make(window, Own, SameOrigin)).Status);
        Assert.Equal(201, (await Make(window, Own, origin)).Status);

        foreach (var headers in new (string, string)[][]
        {
            [],                                                                            // a form of another site
            [SameOrigin],                                                                  // our own site, not our app
            [origin],
            [Own],                                                                         // from nowhere
            [("X-Aesthetix-Builder", "0"), SameOrigin],
            [Own, ("Sec-Fetch-Site", "cross-site")],
            [Own, ("Sec-Fetch-Site", "same-site")],                                        // another port of this machine
            [Own, ("Sec-Fetch-Site", "none")],
            [Own, ("Sec-Fetch-Site", "cross-site"), origin],
            [Own, ("Origin", "https://evil.example")],
            [Own, ("Origin", "null")],
            [Own, ("Origin", window.Address + "0")],
        })
        {
            var (status, body, _) = await Make(window, headers);
            Assert.True(status == 403, $"{string.Join(", ", headers)}: {status}");
            Assert.Contains("signIn.crossSite", body, StringComparison.Ordinal);
        }
        // Reading needs the header too, so that no address opened or embedded elsewhere shows anything.
        Assert.Equal(403, (await window.Send(HttpMethod.Get, "/api/contacts")).Status);
        Assert.Equal(403, (await window.Send(HttpMethod.Delete, "/session", null, SameOrigin)).Status);
        Assert.Equal(403, (await window.Send(HttpMethod.Post, "/session", JsonContent.Create(new { key = Window.Key }), ("Origin", "https://evil.example"))).Status);
        Assert.Equal(403, (await window.Send(HttpMethod.Post, "/session", JsonContent.Create(new { key = Window.Key }), Own, ("Origin", "https://evil.example"))).Status);
    }

    [Fact]
    public async Task Nobody_on_another_site_is_told_that_it_may_ask()
    {
        await using var window = await Window.Open();
        var (status, _, answer) = await window.Send(HttpMethod.Options, "/api/contacts", null,
            ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-aesthetix-builder"));
        Assert.NotEqual(200, status);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_spoilt_file_of_sessions_only_asks_everybody_to_sign_in()
    {
        await using var window = await Window.Open();
        await window.SignIn();
        await File.WriteAllTextAsync(Path.Combine(window.Folder, "sessions.json"), "{");
        await window.Restart();
        Assert.Equal(401, (await Read(window)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await window.Http.GetAsync(window.Printed)).StatusCode);
        Assert.Equal(200, (await Read(window)).Status);
    }

    static Task<(int Status, string Body, HttpResponseMessage Answer)> Enter(Window window, string key) =>
        window.Send(HttpMethod.Post, "/session", JsonContent.Create(new { key }), Own, SameOrigin);
}
