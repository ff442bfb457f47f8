using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Explaining;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Explaining;

/// <summary>"Why is this contact not in this workflow?"</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    static readonly string[] Questions = ["published", "trigger", "entry", "sends"];

    Clinic Clinic { get; } = new(new LocalCarriers(new StoppedClock()));

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task B10_a_cap_that_is_reached_is_told()
    {
        await Clinic.Change(p => p with { Caps = [new(1, "P7D", "sms")] });
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("ad", purpose: "marketing")) { Settings = new() { ["reentry"] = "always" } });
        var ada = await Clinic.Person();
        await Form(ada, "consultation");
        Assert.Equal("cap.sms", (await Explain(workflow, ada)).Checks.Single(c => c.Question == "sends").Code);
    }

    [Fact]
    public async Task A_text_behind_an_email_is_told_too_and_of_each_channel_the_first()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Email("hello"), Delay("day", "P1D"), Text("text"), Email("more"), Text("last")));
        var ada = await Clinic.Person("Ada", c => c with { Dnd = [new("sms", "stop", Clinic.Now)] });
        await Form(ada, "consultation");
        var sends = (await Explain(workflow, ada)).Checks.Single(c => c.Question == "sends");
        Assert.Equal(["hello ok", "text consent.dnd.sms"], sends.Sends!.Select(send => $"{send.StepId} {send.Code}"));
        Assert.Equal((Verdict.Failed, "consent.dnd.sms"), (sends.Verdict, sends.Code));
    }

    [Fact]
    public async Task C24_the_four_questions_are_answered_in_order_and_the_first_failing_one_is_marked()
    {
        var workflow = await Clinic.Draft(Consultation());
        var ada = await Clinic.Person("Ada", c => c with { Dnd = [new("sms", "stop", Clinic.Now)] });
        // Nothing is right: never published, no event, and no texts please.
        await Failing(workflow, ada, "published", "workflow.neverPublished", "trigger:trigger.noEvent", "sends:consent.dnd.sms");

        await Form(ada, "price-list");
        await Clinic.Pass("PT1H");
        await Clinic.Publish(Consultation(), workflow);
        await Failing(workflow, ada, "published", "workflow.publishedLater", "trigger:trigger.filter", "sends:consent.dnd.sms");

        await Clinic.Pass("PT1H");
        await Form(ada, "price-list");
        var explained = await Failing(workflow, ada, "trigger", "trigger.filter", "sends:consent.dnd.sms");
        var row = Assert.Single(explained.Checks[1].Triggers!.Single().Rows!);
        Assert.Equal(("form.id", "consultation", "price-list"), (row.Field, row.Expected.GetString(), row.Found));
        Assert.Contains("found “price-list”", explained.Words, StringComparison.Ordinal);

        await Form(ada, "consultation");
        explained = await Failing(workflow, ada, "sends", "consent.dnd.sms");
        Assert.Equal((false, EnrollmentStatus.Waiting, "day"), (explained.Enrollment!.Latest, explained.Enrollment.Status, explained.Enrollment.StepId));

        await Clinic.Pass("PT1H");
        await Form(ada, "consultation");
        explained = await Failing(workflow, ada, "entry", "entry.already", "sends:consent.dnd.sms");
        Assert.Equal(explained.Enrollment!.Id, explained.Checks[2].EnrollmentId);
        Assert.True(explained.Enrollment.Latest);

        await Clinic.Change(ada, c => c with { Dnd = [] });
        await Clinic.Pass("P2D");
        await Form(ada, "consultation");
        explained = await Explain(workflow, ada);
        Assert.Null(explained.FirstFailed);
        Assert.Equal(Questions, explained.Checks.Select(c => c.Question));
        Assert.All(explained.Checks, check => Assert.Equal(Verdict.Ok, check.Verdict));
        Assert.StartsWith("The contact entered on", explained.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_and_deleted_workflows_and_the_kill_switch_are_told_apart()
    {
        var (workflow, ada) = (await Clinic.Publish(Consultation()), await Clinic.Person());
        await Form(ada, "consultation");
        await Clinic.Get<Lifecycle>().Pause(Clinic.Staff, workflow);
        await Failing(workflow, ada, "published", "workflow.paused");
        await Clinic.Get<Lifecycle>().Resume(Clinic.Staff, workflow);
        await Clinic.Change(practice => practice with { SendingPaused = true });
        await Failing(workflow, ada, "sends", "sending.paused");
        await Clinic.Change(practice => practice with { SendingPaused = false });
        await Clinic.Get<Lifecycle>().Delete(Clinic.Staff, workflow, null);
        await Failing(workflow, ada, "published", "workflow.deleted");
    }

    [Fact]
    public async Task At_night_the_text_is_held_and_it_says_until_when()
    {
        await Clinic.Change(practice => practice with { TextHours = new(Local(1), Local(2)) });
        var (workflow, ada) = (await Clinic.Publish(Consultation()), await Clinic.Person());
        await Form(ada, "consultation");
        var explained = await Failing(workflow, ada, "sends", "held.quietHours");
        Assert.True(explained.Checks[3].Sends!.Single().Until > Clinic.Now);
    }

    [Theory]
    [InlineData("+18085550100", "Texts to this number go out when the hours for texts are open in Honolulu and New York: where the number is from, and where the practice is.", true)]
    [InlineData("+12125550100", "Texts to this number go out when the hours for texts are open in New York.", false)]
    public async Task It_says_by_whose_clock_a_text_is_held_and_asks_whoever_receives_it(string phone, string words, bool guardian)
    {
        // Today it is closed everywhere in the world.
        var closed = new Window(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(new(0, 0), new(23, 59)))));
        var today = Clinic.Now.DayOfWeek;
        closed = new(closed.Hours.RemoveRange([today, (DayOfWeek)(((int)today + 1) % 7), (DayOfWeek)(((int)today + 6) % 7)]));
        await Clinic.Change(practice => practice with { TextWindow = closed });
        var reader = await Clinic.Person("Anne", c => c with { Phone = phone });
        var ada = guardian ? await Clinic.Person(but: c => c with { GuardianId = reader }) : reader;
        var workflow = await Clinic.Publish(Consultation());
        await Form(ada, "consultation");
        Assert.EndsWith(words, (await Failing(workflow, ada, "sends", "held.quietHours")).Checks[3].Sends!.Single().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_entered_once_is_not_admitted_again_and_another_contacts_event_is_not_theirs()
    {
        var (workflow, ada, bob) = (await Clinic.Publish(Consultation("once")), await Clinic.Person(), await Clinic.Person("Bob"));
        await Form(ada, "consultation");
        await Clinic.Pass("P2D");
        await Form(ada, "consultation");
        await Failing(workflow, ada, "entry", "entry.once");

        var events = await Clinic.Store.ListEvents(Clinic.Id, "form.submitted", ada, null, 10, null);
        await Failing(workflow, bob, "trigger", "trigger.otherContact", of: events.Items[0].Event.Id);
        var first = await Explain(workflow, ada, events.Items[^1].Event.Id);
        Assert.Equal((null, EnrollmentStatus.Completed), (first.FirstFailed, first.Enrollment!.Status));
    }

    [Fact]
    public async Task What_happened_more_than_thirty_days_ago_is_not_looked_at_unless_it_is_named()
    {
        var (workflow, ada) = (await Clinic.Publish(Consultation()), await Clinic.Person());
        await Form(ada, "consultation");
        await Clinic.Pass("P31D");
        await Failing(workflow, ada, "trigger", "trigger.noEvent");
        var named = (await Clinic.Store.ListEvents(Clinic.Id, "form.submitted", ada, null, 10, null)).Items[0].Event.Id;
        Assert.Null((await Explain(workflow, ada, named)).FirstFailed);
    }

    [Fact]
    public async Task C25_what_somebody_wrote_into_a_form_is_told_to_who_may_see_it_and_what_the_trigger_wants_to_everybody()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text")) { Filters = Where("form.fields.complaint", "is", "wrinkles") });
        var ada = await Clinic.Person();
        await Clinic.Happens("form.submitted", ada, new { form = new { id = "a", fields = new { complaint = "a rash after the peel" } } });
        await Clinic.Quiet();
        var masked = await Explain(workflow, ada);
        Assert.Equal("•••", Assert.Single(masked.Checks[1].Triggers!.Single().Rows!).Found);
        Assert.DoesNotContain("rash", System.Text.Json.JsonSerializer.Serialize(masked), StringComparison.Ordinal);
        Assert.Contains("wrinkles", masked.Words, StringComparison.Ordinal);
        Assert.Contains("found “a rash after the peel”", (await Explain(workflow, ada, revealed: true)).Words, StringComparison.Ordinal);
    }

    static Flow Consultation(string reentry = "afterFinish") => new("form.submitted", Text("text"), Delay("day", "P1D"))
    {
        Settings = new() { ["reentry"] = reentry }, Filters = Where("form.id", "is", "consultation"),
    };

    TimeOnly Local(int hours) => TimeOnly.FromDateTime(Core.Calendars.Zones.ToLocal(Clinic.Now.AddHours(hours), "America/New_York").DateTime);

    async Task Form(string contact, string form)
    {
        await Clinic.Happens("form.submitted", contact, new { form = new { id = form } });
        await Clinic.Quiet();
    }

    async Task<Explanation> Failing(string workflow, string contact, string first, string code, string? also = null, string? more = null, string? of = null)
    {
        var explained = await Explain(workflow, contact, of);
        Assert.Equal(Questions, explained.Checks.Select(c => c.Question));
        Assert.Equal((first, code), (explained.FirstFailed, explained.Checks.Single(c => c.First).Code));
        Assert.Equal(new[] { $"{first}:{code}", also, more }.OfType<string>(), explained.Checks.Where(c => c.Verdict is Verdict.Failed).Select(c => $"{c.Question}:{c.Code}"));
        return explained;
    }

    async Task<Explanation> Explain(string workflow, string contact, string? of = null, bool revealed = false) => await Clinic.Get<Explainer>().Explain(
        Clinic.Id, (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, workflow))!, (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, contact))!,
        of is null ? null : await Clinic.Store.FindEvent(Clinic.Id, of), revealed);
}
