using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Clicking;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Resuming;
using AesthetixWorkflows.Runtime.Statistics;
using AesthetixWorkflows.Runtime.Subscribing;
using Microsoft.Extensions.DependencyInjection;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What comes back by the addresses in messages and calls: clicks, people who leave a mailing, answers that other
/// systems give later.</summary>
public abstract class PagesSpec<THost> : IAsyncLifetime where THost : ICarriers, new()
{
    readonly OtherSystem _other = new();

    protected PagesSpec() => Clinic = new(new THost(), services => services.AddSingleton<IOutboundClient>(_other));

    Clinic Clinic { get; }
    TokenReader Tokens => Clinic.Get<TokenReader>();

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    static Piece Ask(string id, JsonObject? more = null)
    {
        var config = new JsonObject { ["url"] = "https://lab.example/ask" };
        foreach (var (name, value) in more ?? []) config[name] = value?.DeepClone();
        return Act(id, "webhook.send", config).With("onError", new JsonObject { ["then"] = "branch", ["next"] = "late" });
    }

    static JsonObject Waits(string? timeout = null) => timeout is null ? new() { ["waitForCallback"] = true } : new() { ["waitForCallback"] = true, ["timeout"] = timeout };
    static JsonElement Said(string text) => JsonSerializer.SerializeToElement(new { result = new { text } });

    async Task<CallbackTaken> CallBack(string text, int call = 0)
    {
        var token = Tokens.Resume(_other.Calls[call].GetProperty("callbackUrl").GetString()!.Split("/resume/")[1])!;
        return await Clinic.Get<Callbacks>().Take(token.Practice, token.EffectId, Said(text));
    }

    async Task Keep<T>(Kind<T> kind, string id, T body) where T : class => Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(kind, id, body))).Ok);

    static Flow Asking(JsonObject? more = null) => new("form.submitted", Ask("ask", more), Text("after", "It says {{steps.ask.callback.result.text | default: \"nothing\"}}, {{steps.ask.status}}").To(null), Text("late"));

    [Fact]
    public async Task A_call_is_waited_for_until_it_is_answered_and_the_answer_can_be_used()
    {
        await Clinic.Publish(Asking(Waits()));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P3D");
        (await Clinic.Only()).WaitsAt("ask");
        Assert.Equal(CallbackTaken.Now, await CallBack("yes"));
        Assert.Equal(CallbackTaken.Before, await CallBack("no"));
        await Clinic.Quiet();
        Assert.Equal(["It says yes, 200"], Clinic.Post.Sent.Select(m => m.Text));
        Assert.Equal(CallbackTaken.Before, await CallBack("no"));
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
        Assert.Single(_other.Calls);
    }

    [Fact]
    public async Task The_other_system_may_ask_for_the_wait_itself()
    {
        _other.Answer = (202, """{"state":"BLOCK"}""");
        await Clinic.Publish(Asking());
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("ask", Clinic.Now.DaysOn(7));
        await CallBack("later");
        await Clinic.Quiet();
        Assert.Equal(["It says later, 202"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task An_answer_that_comes_before_the_call_has_ended_is_not_lost()
    {
        _other.Meanwhile = async _ => Assert.Equal(CallbackTaken.Now, await CallBack("at once"));
        await Clinic.Publish(Asking(Waits()));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["It says at once, 200"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task What_nobody_answers_in_time_has_failed_and_a_late_answer_changes_nothing()
    {
        await Clinic.Publish(Asking(Waits("PT6H")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("PT5H");
        Assert.Empty(Clinic.Sent());
        await Clinic.Pass("PT1H1M");
        Assert.Equal(["late"], Clinic.Sent());
        Assert.Equal("callback.timeout", await Clinic.Code((await Clinic.Only()).Id, "ask", Happened.Failed));
        Assert.Equal(CallbackTaken.TooLate, await CallBack("too late"));
        Assert.Single(_other.Calls);
    }

    [Fact]
    public async Task A_call_that_does_not_wait_goes_on_and_one_that_was_refused_is_not_waited_for()
    {
        await Clinic.Publish(Asking());
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["It says nothing, 200"], Clinic.Post.Sent.Select(m => m.Text));
        Assert.Equal(CallbackTaken.TooLate, await CallBack("unasked"));

        _other.Answer = (400, "");
        await Clinic.Publish(Asking(Waits()));
        await Clinic.Form(await Clinic.Person("Bob"));
        await Clinic.Quiet();
        // Bob is in both workflows, and neither waits.
        Assert.Equal(["after", "late", "late"], Clinic.Sent().Order());
    }

    [Fact]
    public async Task An_answer_to_somebody_whose_workflow_is_paused_is_found_when_it_goes_on()
    {
        await Clinic.Publish(Asking(Waits()));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var enrollment = (await Clinic.Only()).Id;
        await Clinic.Operate(enrollment, Operation.Pause);
        await CallBack("meanwhile");
        await Clinic.Quiet();
        Assert.Empty(Clinic.Sent());
        await Clinic.Operate(enrollment, Operation.Resume);
        await Clinic.Quiet();
        Assert.Equal(["It says meanwhile, 200"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task An_answer_reaches_one_who_waits_since_before_the_host_was_restarted()
    {
        await Clinic.Publish(Asking(Waits()));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        await Clinic.Restart();
        await CallBack("still here");
        await Clinic.Quiet();
        Assert.Equal(["It says still here, 200"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task A_link_in_a_text_is_each_reader_s_own_and_a_click_ends_the_wait_for_it()
    {
        await Keep(Kinds.Link, "lnk_1", new TrackedLink("Price list", "https://glow.example/prices"));
        await Keep(Kinds.Link, "lnk_2", new TrackedLink("Other", "https://glow.example/other", "other"));
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text", "See {{link.price-list}} or {{link.other}}."), ForClick("wait", "lnk_1", "P9D", null), Text("after")));
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Form(bob);
        await Clinic.Quiet();
        var texts = Clinic.Post.Sent.Where(m => m.StepId == "text").ToDictionary(m => m.ContactId!, m => m);
        Assert.NotEqual(texts[ada].Text, texts[bob].Text);
        var words = texts[ada].Text!.Split(' ');
        var claim = (await Tokens.Link(words[1].Split("/l/")[1], default))!;
        var click = (await Clinic.Get<Clicks>().Find(claim, default))!;
        Assert.Equal(("https://glow.example/prices", ada, "lnk_1"), (click.Url, click.Message.ContactId, click.LinkId));
        Assert.Equal("https://glow.example/other", (await Clinic.Get<Clicks>().Find((await Tokens.Link(words[3].TrimEnd('.').Split("/l/")[1], default))!, default))!.Url);
        await Clinic.Get<Clicks>().Count(click, default);
        await Clinic.Quiet();
        Assert.Equal([ada], Clinic.Post.Sent.Where(m => m.StepId == "after").Select(m => m.ContactId));
        (await Clinic.Only(bob)).WaitsAt("wait");
        var figures = await Clinic.Get<StatsReader>().Read(Clinic.Id, (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, workflow))!);
        Assert.Equal(1, figures.Steps.Single(s => s.Id == "text").Messages!.Clicked);
    }

    [Fact]
    public async Task Advertising_by_email_leads_out_and_who_goes_gets_no_more_of_it()
    {
        await Clinic.Change(practice => practice with { PostalAddress = "1 Harbor St, New York" });
        await Clinic.Publish(new Flow("form.submitted", Email("offer", "Peels & more", "marketing"), Delay("day", "P1D"), Email("again", "More", "marketing"), Email("visit")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var offer = Assert.Single(Clinic.Post.Sent);
        Assert.EndsWith($"--\nLumina, 1 Harbor St, New York\nUnsubscribe: {offer.Unsubscribe}", offer.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{offer.Unsubscribe}\"", offer.Html, StringComparison.Ordinal);
        var token = Tokens.Unsubscribe(offer.Unsubscribe!.Split("/u/")[1])!;
        Assert.Equal((Clinic.Id, ada), (token.Practice, token.ContactId));
        await Clinic.Get<Subscriptions>().Change(token, SubscriptionWish.NoMarketing, "One-click", default);
        await Clinic.Pass("P1D");
        Assert.Equal(["offer", "visit"], Clinic.Sent());
        Assert.Equal("consent.refused.email", await Clinic.Code((await Clinic.Only()).Id, "again", Happened.Skipped));
        Assert.Empty((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd);
    }

    [Fact]
    public async Task A_step_hears_that_its_email_was_unsubscribed_from()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("offer", "Leave here: {{unsubscribe.url}}", "marketing"), ForMail("wait", "offer", "unsubscribed", "P9D", null), Text("after")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var offer = Assert.Single(Clinic.Post.Sent);
        Assert.Equal($"Leave here: {offer.Unsubscribe}", offer.Text);
        await Clinic.Get<Subscriptions>().Change(Tokens.Unsubscribe(offer.Unsubscribe!.Split("/u/")[1])!, SubscriptionWish.Nothing, "Page", default);
        await Clinic.Quiet();
        Assert.Equal(["offer", "after"], Clinic.Sent());
    }

    [Fact]
    public async Task A_link_means_itself_where_no_message_goes_to_a_contact_and_followed_links_lead_through_us()
    {
        await Keep(Kinds.Link, "lnk_1", new TrackedLink("Prices", "https://glow.example/?a=1&b=2", "prices"));
        var mail = Act("mail", "email.send", new()
        {
            ["purpose"] = "care", ["subject"] = "Prices", ["body"] = "See {{link.prices}}", ["trackClicks"] = true,
            ["html"] = """<a class="x" href="https://glow.example/a?x=1&amp;y=2">A</a> <a href='https://glow.example/a?x=1&amp;y=2'>A</a> <a href="{{link.prices}}">B</a> <a href="mailto:a@b.example">C</a> <a href="{{unsubscribe.url}}">D</a>""",
        });
        await Clinic.Publish(new Flow("form.submitted", Act("task", "task.add", new() { ["title"] = "Send {{link.prices}}" }), mail));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal("Send https://glow.example/?a=1&b=2", Assert.Single((await Clinic.Store.List(Kinds.Task, Clinic.Id, new(10))).Items).Body.Title);
        var sent = Assert.Single(Clinic.Post.Sent);
        Assert.Equal([new(null, "https://glow.example/a?x=1&y=2"), new("lnk_1", "https://glow.example/?a=1&b=2")], sent.Links!.Value.Order(Comparer<MessageLink>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id))));
        Assert.DoesNotContain("glow.example", sent.Html! + sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".invalid", sent.Html! + sent.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:a@b.example", sent.Html!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_about_a_visit_leads_to_where_it_is_moved_unless_another_system_booked_it()
    {
        await Clinic.Publish(new Flow("appointment.booked", Email("mail", "Move: {{appointment.rescheduleUrl | default: \"call us\"}} Cancel: {{appointment.cancelUrl | default: \"call us\"}}")) { Settings = new() { ["scope"] = "appointment" } });
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        var visit = Clinic.Get<IIdSource>().New("apt");
        var appointment = new Appointment { ContactId = ada, StartsAt = Clinic.Now.AddDays(3), CreatedAt = Clinic.Now };
        await Keep(Kinds.Appointment, visit, appointment);
        await Clinic.Happens("appointment.booked", ada, new { appointment = new { id = visit, startsAt = appointment.StartsAt } });
        await Clinic.Books(bob, "A-1", Clinic.Now.AddDays(3));
        await Clinic.Quiet();
        var texts = Clinic.Post.Sent.ToDictionary(m => m.ContactId!, m => m.Text!.Split(' '));
        Assert.Equal("Move: call us Cancel: call us", string.Join(' ', texts[bob]));
        var (move, cancel) = (texts[ada][1], texts[ada][3]);
        Assert.Equal(move + "?cancel", cancel);
        Assert.Equal((Clinic.Id, visit), await Tokens.Visit(move.Split("/b/")[1], default) is { } claim ? (claim.Practice, claim.Id) : default);
    }
}
