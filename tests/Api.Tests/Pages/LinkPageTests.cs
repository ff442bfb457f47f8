using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests.Pages;

/// <summary>Links in messages.</summary>
[Collection(nameof(Stand))]
public sealed class LinkPageTests(Stand stand)
{
    const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";

    /// <summary>A message with these links, the first of them tracked as <c>lnk_prices</c>.</summary>
    async Task<(Visit Visit, string Path, string Message)> Sent(string channel = "sms", string url = "https://glow.example/prices?a=1&b=2", int place = 0)
    {
        var (visit, message) = (await Visit.Of(stand), Visit.New("msg"));
        await visit.Keep(Kinds.Link, "lnk_prices", new TrackedLink("Prices", url));
        await visit.Keep(Kinds.Message, message, new Message
        {
            ContactId = Visit.Contact, Channel = channel, Direction = Direction.Out, Status = MessageStatus.Sent, WorkflowId = "wf_1", StepId = "s1", EnrollmentId = "enr_1",
            Links = [new("lnk_prices", "https://glow.example/old"), new(null, "https://glow.example/plain")],
        });
        return (visit, Visit.Path(stand.Pages.Link(visit.Practice, message, place)), message);
    }

    [Fact]
    public async Task A_click_leads_on_and_is_told_once_with_all_that_is_known_of_it()
    {
        var (visit, path, message) = await Sent();
        Assert.Equal(43, path.Length);
        for (var i = 0; i < 3; i++)
        {
            var seen = (await visit.Get(path, "GET", ("User-Agent", Phone))).Expect(302);
            Assert.Equal("https://glow.example/prices?a=1&b=2", seen.Headers.Location!.OriginalString);
            Assert.Equal("no-referrer", Assert.Single(seen.Headers.GetValues("Referrer-Policy")));
        }
        var told = Assert.Single(visit.Events("link.clicked"));
        Assert.Equal(Visit.Contact, told.ContactId);
        Assert.Equal($$"""{"id":"lnk_prices","name":"Prices","url":"https://glow.example/prices?a=1\u0026b=2","workflowId":"wf_1","stepId":"s1","messageId":"{{message}}","enrollmentId":"enr_1"}""", told.Data.GetProperty("link").GetRawText());
        Assert.Empty(visit.Events("email.event"));
    }

    [Fact]
    public async Task In_an_email_it_is_a_click_on_the_email_too_and_a_plain_link_nothing_but_that()
    {
        var (visit, path, message) = await Sent("email", place: 1);
        Assert.Equal("https://glow.example/plain", (await visit.Get(path)).Expect(302).Headers.Location!.OriginalString);
        Assert.Empty(visit.Events("link.clicked"));
        var told = Assert.Single(visit.Events("email.event")).Data.GetProperty("email");
        Assert.Equal(("clicked", "s1", message, "https://glow.example/plain"),
            (told.GetProperty("event").GetString(), told.GetProperty("stepId").GetString(), told.GetProperty("messageId").GetString(), told.GetProperty("url").GetString()));
        (await visit.Get(path)).Expect(302);
        Assert.Single(visit.Events("email.event"));
    }

    [Fact]
    public async Task Machines_that_look_at_links_are_led_on_and_not_counted()
    {
        var (visit, path, _) = await Sent();
        (await visit.Get(path, "HEAD", ("User-Agent", Phone))).Expect(302);
        (await visit.Get(path, "GET", ("User-Agent", "facebookexternalhit/1.1"))).Expect(302);
        (await visit.Get(path, "GET", ("User-Agent", Phone), ("Sec-Purpose", "prefetch"))).Expect(302);
        Assert.Empty(visit.Events("link.clicked"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public async Task It_leads_to_web_pages_only(string url)
    {
        var (visit, path, _) = await Sent(url: url);
        Assert.Null((await visit.Get(path)).Expect(404, "This link does not work").Headers.Location);
        Assert.Empty(visit.Events("link.clicked"));
    }

    [Fact]
    public async Task A_caller_cannot_say_where_it_leads()
    {
        var (visit, path, _) = await Sent();
        Assert.Equal("glow.example", (await visit.Get(path + "?url=https://evil.example&u=https://evil.example")).Expect(302).Headers.Location!.Host);
        (await visit.Get(Visit.Path(stand.Pages.Link(visit.Practice, Visit.New("msg"), 0)))).Expect(404);
        (await visit.Get(path[..^1] + (path[^1] == 'A' ? 'E' : 'A'))).Expect(404);
        (await visit.Get("/l/nobody")).Expect(404);
    }

    [Fact]
    public async Task A_place_beyond_the_message_s_links_leads_nowhere()
    {
        var (visit, path, _) = await Sent(place: 7);
        (await visit.Get(path)).Expect(404);
    }

    [Fact]
    public async Task While_nothing_can_be_kept_the_patient_gets_on_all_the_same()
    {
        var (visit, path, _) = await Sent();
        stand.Store.ReadOnly = true;
        try
        {
            (await visit.Get(path)).Expect(302);
        }
        finally
        {
            stand.Store.ReadOnly = false;
        }
    }
}
