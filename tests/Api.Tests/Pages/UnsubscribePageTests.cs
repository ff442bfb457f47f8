using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests.Pages;

/// <summary>Leaving a mailing by its link.</summary>
[Collection(nameof(Stand))]
public sealed class UnsubscribePageTests(Stand stand)
{
    string Link(Visit visit, string message = "msg_1") => Visit.Path(stand.Pages.Unsubscribe(visit.Practice, Visit.Contact, message));

    static bool? Marketing(Contact contact) => contact.Consents.LastOrDefault(c => c is { Channel: "email", Purpose: "marketing" })?.Granted;

    [Fact]
    public async Task Looking_at_the_page_changes_nothing()
    {
        var visit = await Visit.Of(stand);
        var page = (await visit.Get(Link(visit))).Expect(200, "Harbor &lt;Skin&gt; Studio", "a•••@h•••.example", "Offers and news", "All emails");
        Assert.Equal("text/html", page.Media);
        Assert.DoesNotContain("ada@hart.example", page.Body, StringComparison.Ordinal);
        (await visit.Get(Link(visit), "HEAD")).Expect(200);
        Assert.Null(Marketing(await visit.Find(Kinds.Contact, Visit.Contact)));
        Assert.Empty(visit.Events("email.event"));
    }

    [Theory]
    [InlineData("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n", "multipart/form-data; boundary=x")]
    public async Task A_mailbox_s_own_button_unsubscribes_from_marketing_with_one_call(string body, string media)
    {
        var visit = await Visit.Of(stand);
        (await visit.Post(Link(visit), body, media)).Expect(200, "Done.");
        var consent = Assert.Single((await visit.Find(Kinds.Contact, Visit.Contact)).Consents);
        Assert.Equal(("email", "marketing", false, "unsubscribe", "One-click, message msg_1"), (consent.Channel, consent.Purpose, consent.Granted, consent.Source, consent.Text));
        Assert.Empty((await visit.Find(Kinds.Contact, Visit.Contact)).Dnd);
        var told = Assert.Single(visit.Events("email.event")).Data.GetProperty("email");
        Assert.Equal(("unsubscribed", "msg_1", "marketing"), (told.GetProperty("event").GetString(), told.GetProperty("messageId").GetString(), told.GetProperty("list").GetString()));
    }

    [Fact]
    public async Task Asked_twice_it_is_done_once()
    {
        var visit = await Visit.Of(stand);
        for (var i = 0; i < 3; i++) (await visit.Post(Link(visit), "List-Unsubscribe=One-Click")).Expect(200);
        Assert.Single((await visit.Find(Kinds.Contact, Visit.Contact)).Consents);
        Assert.Single(visit.Events("email.event"));
    }

    [Fact]
    public async Task Twenty_at_once_are_one()
    {
        var visit = await Visit.Of(stand);
        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visit.Post(Link(visit), "choice=all")));
        Assert.All(seen, s => s.Expect(200));
        Assert.Single((await visit.Find(Kinds.Contact, Visit.Contact)).Dnd);
        Assert.Single(visit.Events("contact.dnd.changed"));
    }

    [Fact]
    public async Task All_emails_are_stopped_with_reason_proof_and_event_and_come_again_after_undo()
    {
        var visit = await Visit.Of(stand);
        (await visit.Post(Link(visit), "choice=all")).Expect(200, "Done.", "You get no emails", "Undo");
        var dnd = Assert.Single((await visit.Find(Kinds.Contact, Visit.Contact)).Dnd);
        Assert.Equal(("email", "unsubscribed"), (dnd.Channel, dnd.Reason));
        Assert.True(Assert.Single(visit.Events("contact.dnd.changed")).Data.GetProperty("dnd").GetProperty("enabled").GetBoolean());
        var audit = (await stand.Store.List(Kinds.Audit, visit.Practice, new(10))).Items.Select(a => a.Body).Single(a => a.Action == "consent.stop");
        Assert.Equal(("contact", Visit.Contact, "Page, message msg_1"), (audit.By, audit.Subject, audit.Detail));

        (await visit.Post(Link(visit), "choice=again")).Expect(200, "You are subscribed again");
        Assert.Empty((await visit.Find(Kinds.Contact, Visit.Contact)).Dnd);
        Assert.Equal(2, visit.Events("contact.dnd.changed").Count());
        (await visit.Post(Link(visit), "choice=all")).Expect(200);
        Assert.Equal(3, visit.Events("contact.dnd.changed").Count());
    }

    [Fact]
    public async Task Marketing_comes_again_after_undo_and_both_are_on_record()
    {
        var visit = await Visit.Of(stand);
        (await visit.Post(Link(visit), "choice=marketing")).Expect(200, "Offers and news no longer go to");
        (await visit.Post(Link(visit), "choice=again")).Expect(200);
        Assert.Equal([false, true], (await visit.Find(Kinds.Contact, Visit.Contact)).Consents.Select(c => c.Granted));
    }

    [Fact]
    public async Task What_the_provider_found_out_no_page_lifts()
    {
        var visit = await Visit.Of(stand, ada => ada with { Dnd = [new("email", "bounced", DateTimeOffset.UnixEpoch)] });
        (await visit.Post(Link(visit), "choice=again")).Expect(200, "please ask the practice");
        Assert.Single((await visit.Find(Kinds.Contact, Visit.Contact)).Dnd);
    }

    [Fact]
    public async Task A_contact_who_is_gone_is_told_so_and_the_mailbox_that_nothing_is_left_to_do()
    {
        var visit = await Visit.Of(stand);
        var path = Visit.Path(stand.Pages.Unsubscribe(visit.Practice, "con_gone", "msg_1"));
        (await visit.Get(path)).Expect(200, "nothing to unsubscribe from");
        (await visit.Post(path, "List-Unsubscribe=One-Click")).Expect(200);
    }

    [Theory]
    [InlineData("choice=everything", "application/x-www-form-urlencoded")]
    [InlineData("", "application/x-www-form-urlencoded")]
    [InlineData("{}", "application/json")]
    [InlineData("broken", "multipart/form-data; boundary=x")]
    public async Task A_call_that_says_nothing_changes_nothing(string body, string media)
    {
        var visit = await Visit.Of(stand);
        (await visit.Post(Link(visit), body, media)).Expect(400);
        (await visit.Post(Link(visit), "choice=" + new string('x', 9000))).Expect(400);
        Assert.Empty((await visit.Find(Kinds.Contact, Visit.Contact)).Consents);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token_of_ours()
    {
        var visit = await Visit.Of(stand);
        foreach (var path in new[] { "/u/nobody", Link(visit)[..^3], Link(visit) + "x", "/u/" + new string('a', 500) })
        {
            (await visit.Get(path)).Expect(404, "This link does not work");
            (await visit.Post(path, "List-Unsubscribe=One-Click")).Expect(404);
        }
        // A tracked link is no right to unsubscribe.
        (await visit.Get(Visit.Path(stand.Pages.Link(visit.Practice, Visit.New("msg"), 0)).Replace("/l/", "/u/", StringComparison.Ordinal))).Expect(404);
    }

    [Fact]
    public async Task The_page_runs_nothing_tells_nobody_and_is_kept_nowhere()
    {
        var visit = await Visit.Of(stand);
        var page = await visit.Get(Link(visit));
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        var style = page.Body.Split("<style>")[1].Split("</style>")[0];
        Assert.Equal($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", policy);
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_address_is_not_asked_for_without_end()
    {
        var visit = await Visit.Of(stand);
        var seen = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => visit.Get(Link(visit))));
        Assert.Contains(seen, s => s.Status == 429 && s.Headers.RetryAfter is not null);
        (await visit.Get(Link(visit, "msg_2"))).Expect(200);
    }

    [Fact]
    public async Task While_the_store_is_away_a_person_reads_so_and_a_mailbox_tries_again()
    {
        var visit = await Visit.Of(stand);
        stand.Store.ReadOnly = true;
        try
        {
            Assert.NotNull((await visit.Post(Link(visit), "List-Unsubscribe=One-Click")).Expect(503, "Nothing was changed").Headers.RetryAfter);
        }
        finally
        {
            stand.Store.ReadOnly = false;
        }
    }
}
