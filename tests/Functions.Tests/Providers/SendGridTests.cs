using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Providers;
using AesthetixWorkflows.Functions.Providers.SendGrid;

namespace AesthetixWorkflows.Functions.Tests.Providers;

/// <summary>Emails by SendGrid, against a server that behaves like it.</summary>
public sealed class SendGridTests : IAsyncLifetime
{
    Loopback _sendGrid = null!;

    public async Task InitializeAsync() => _sendGrid = await Loopback.Start();
    public async Task DisposeAsync() => await _sendGrid.DisposeAsync();

    static SendGridProvider Over(HttpClient http) => SendGridProvider.Over(http, new("SG.key", null), TimeProvider.System);

    Task<Outcome> Send(Message? message = null, int patienceMs = 5_000) => Over(_sendGrid.Client(patienceMs)).Send(Letters.Practice, Letters.Id, message ?? Letters.Email, default);

    JsonElement Sent => JsonElement.Parse(_sendGrid.Only.Body);

    [Fact]
    public async Task An_accepted_email_is_known_by_SendGrids_own_id()
    {
        _sendGrid.Answer = http => Loopback.Say(http, 202, null, ("X-Message-Id", "14c5d75ce93"));
        Assert.Equal(new Outcome.Done("14c5d75ce93"), await Send());
        var asked = _sendGrid.Only;
        Assert.Equal(("https://api.sendgrid.com", "POST", "/v3/mail/send", "Bearer SG.key", "application/json"),
            (asked.For, asked.Method, asked.Path, asked.Authorization, asked.ContentType));
    }

    [Fact]
    public async Task It_carries_names_both_bodies_and_our_ids()
    {
        await Send();
        Assert.Equal("hello@lumina.example Lumina Aesthetics", $"{Sent.GetProperty("from").GetProperty("email")} {Sent.GetProperty("from").GetProperty("name")}");
        Assert.Equal("front@lumina.example", Sent.GetProperty("reply_to").GetProperty("email").GetString());
        Assert.Equal("Your visit", Sent.GetProperty("subject").GetString());
        Assert.Equal(["text/plain Hello Ada", "text/html <p>Hello Ada</p>"], Sent.GetProperty("content").EnumerateArray().Select(c => $"{c.GetProperty("type")} {c.GetProperty("value")}"));
        Assert.Equal("""{"practice":"prac_1","message":"msg_1","effect":"enr_1/s1/1","enrollment":"enr_1"}""", JsonSerializer.Serialize(Sent.GetProperty("custom_args")));
        Assert.Equal("""["care","wf_1"]""", JsonSerializer.Serialize(Sent.GetProperty("categories")));
        Assert.Equal("""[["ada@patients.example"]]""", Recipients);
        Assert.False(Sent.TryGetProperty("headers", out _));
    }

    [Fact]
    public async Task Members_of_the_team_do_not_read_each_others_addresses()
    {
        await Send(Letters.Email with { ContactId = null, Purpose = "team", To = "nora@lumina.example, ida@lumina.example,NORA@lumina.example", ReplyTo = null });
        Assert.Equal("""[["nora@lumina.example"],["ida@lumina.example"]]""", Recipients);
    }

    [Fact]
    public async Task Marketing_mail_can_be_unsubscribed_from_with_one_click()
    {
        await Send(Letters.Email with { Purpose = "marketing", Unsubscribe = "https://app.lumina.example/u/token" });
        var headers = Sent.GetProperty("headers");
        Assert.Equal("List-Unsubscribe=One-Click", headers.GetProperty("List-Unsubscribe-Post").GetString());
        Assert.Equal("<https://app.lumina.example/u/token>", headers.GetProperty("List-Unsubscribe").GetString());
    }

    [Fact]
    public async Task Care_mail_promises_no_link_and_without_one_no_advertising_leaves()
    {
        await Send();
        Assert.Equal(new Outcome.Failed("unsubscribe.missing", false), await Send(Letters.Email with { Purpose = "marketing" }));
        Assert.DoesNotContain("List-Unsubscribe", _sendGrid.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_go_along_once_each_and_only_with_the_first_of_many()
    {
        await Send(Letters.Email with { Cc = ["Ada@patients.example", "mum@patients.example"], Bcc = ["desk@lumina.example", "mum@patients.example"] });
        Assert.Equal("""[{"to":[{"email":"ada@patients.example"}],"cc":[{"email":"mum@patients.example"}],"bcc":[{"email":"desk@lumina.example"}]}]""", Everybody);
        _sendGrid.Requests.Clear();
        await Send(Letters.Email with { To = "nora@lumina.example,ida@lumina.example", Cc = ["ida@lumina.example"], Bcc = ["desk@lumina.example"] });
        Assert.Equal("""[{"to":[{"email":"nora@lumina.example"}],"bcc":[{"email":"desk@lumina.example"}]},{"to":[{"email":"ida@lumina.example"}]}]""", Everybody);
    }

    [Theory]
    [InlineData(true, false, "true")]
    // Ours lead here already; wrapped once more they would only be slower, and count twice.
    [InlineData(true, true, "false")]
    [InlineData(false, false, "false")]
    public async Task Whose_links_SendGrid_follows_is_for_the_step_to_say(bool wanted, bool ours, string enabled)
    {
        await Send(Letters.Email with { TrackClicks = wanted, Links = ours ? [new("lnk_1", "https://lumina.example")] : null });
        var clicks = Sent.GetProperty("tracking_settings").GetProperty("click_tracking");
        Assert.Equal($"{enabled} {enabled}", $"{clicks.GetProperty("enable").GetRawText()} {clicks.GetProperty("enable_text").GetRawText()}");
    }

    [Fact]
    public async Task A_step_that_says_nothing_about_clicks_leaves_it_to_the_account()
    {
        await Send();
        Assert.False(Sent.TryGetProperty("tracking_settings", out _));
    }

    [Theory]
    [InlineData(400, "sendgrid.rejected", false)]
    [InlineData(413, "sendgrid.rejected", false)]
    [InlineData(401, "sendgrid.unauthorized", true)]
    [InlineData(403, "sendgrid.forbidden", false)]
    [InlineData(429, "sendgrid.busy", true)]
    [InlineData(503, "sendgrid.unavailable", true)]
    public async Task A_refusal_has_a_code_and_says_whether_later_may_do(int status, string code, bool retryable)
    {
        _sendGrid.Answer = http => Loopback.Say(http, status, """{"errors":[{"message":"The to email ada@patients.example is wrong","field":"personalizations"}]}""");
        var failed = Assert.IsType<Outcome.Failed>(await Send());
        Assert.Equal((code, retryable, null), (failed.Code, failed.Retryable, failed.After));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Trouble_on_their_side_leaves_it_open_whether_they_took_it(int status)
    {
        _sendGrid.Answer = http => Loopback.Say(http, status);
        Assert.Equal(new Outcome.Unknown("sendgrid.error"), await Send());
    }

    [Fact]
    public async Task How_long_to_wait_is_for_SendGrid_to_say()
    {
        var before = DateTimeOffset.UtcNow;
        _sendGrid.Answer = http => Loopback.Say(http, 429, null, ("Retry-After", "120"));
        Assert.InRange(Assert.IsType<Outcome.Failed>(await Send()).After!.Value - before, TimeSpan.FromSeconds(119), TimeSpan.FromSeconds(150));
        _sendGrid.Answer = http => Loopback.Say(http, 429, null, ("X-RateLimit-Reset", before.AddMinutes(5).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.InRange(Assert.IsType<Outcome.Failed>(await Send()).After!.Value - before, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task C2_a_line_that_goes_dead_after_the_request_leaves_it_unknown()
    {
        _sendGrid.Answer = Loopback.HangUp;
        Assert.Equal(new Outcome.Unknown("sendgrid.noAnswer"), await Send());
        Assert.Single(_sendGrid.Requests);
    }

    [Fact]
    public async Task C2_a_time_out_after_the_request_leaves_it_unknown()
    {
        _sendGrid.Answer = Loopback.FallSilent;
        Assert.Equal(new Outcome.Unknown("sendgrid.noAnswer"), await Send(patienceMs: 300));
        Assert.Single(_sendGrid.Requests);
    }

    [Fact]
    public async Task A_refused_connection_took_nothing_so_it_is_tried_again() =>
        Assert.Equal(new Outcome.Failed("sendgrid.unreachable", true), await Over(Loopback.Nowhere()).Send(Letters.Practice, Letters.Id, Letters.Email, default));

    [Theory]
    [InlineData(null)]
    [InlineData("not an address")]
    public async Task Without_an_address_to_send_from_nothing_is_asked(string? from)
    {
        Assert.Equal(new Outcome.Failed("sender.missing", false), await Send(Letters.Email with { From = from }));
        Assert.Empty(_sendGrid.Requests);
    }

    [Fact]
    public async Task What_became_of_a_lost_email_SendGrid_cannot_say() => Assert.Null(await Over(_sendGrid.Client()).Confirm("enr_1/s1/1", default));

    /// <summary>As on the wire, without what is null there.</summary>
    string Everybody => System.Text.RegularExpressions.Regex.Replace(Sent.GetProperty("personalizations").GetRawText(), "\\s|\"name\":null,|,\"name\":null", "");

    string Recipients => JsonSerializer.Serialize(Sent.GetProperty("personalizations").EnumerateArray()
        .Select(p => p.GetProperty("to").EnumerateArray().Select(to => to.GetProperty("email").GetString())));
}
