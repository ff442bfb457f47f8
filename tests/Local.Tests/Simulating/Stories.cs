using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>The workflows of the hosts' specification, each with what happens in it.</summary>
static class Stories
{
    const string Tagging = "contact.tag.added", Replying = "message.received", Booking = "appointment.booked", Moving = "appointment.rescheduled", Turning = "appointment.status.changed";

    static readonly Flow Reminders = new("appointment.booked", Email("confirm"), Before("w48", "-P2D"), Text("t48"), Before("w24", "-P1D"), Text("t24"), Before("w2", "-PT2H"), Text("t2"))
    {
        Settings = new() { ["scope"] = "appointment" },
    };

    public static IEnumerable<Story> All =>
    [
        Of("a form, a day, and on", new Flow("form.submitted", Email("mail"), Text("text"), Delay("day", "P1D"), Text("later"))),
        Of("a day at ten across a clock change", new Flow("form.submitted", DelayTo("day", "P1D", "10:00"), Text("later"))) with { Start = TimeSpan.FromDays(152) },
        Of("a reply", Waiting(ForReply("wait", "sms", "P3D", "late")), At(1, Replying, """{"message":{"channel":"sms","body":"Yes"}}""")),
        Of("a reply on another channel", Waiting(ForReply("wait", "sms", "P3D", "late")), At(1, Replying, """{"message":{"channel":"email","body":"Yes"}}""")),
        Of("a tag that is waited for", Waiting(ForTag("wait", "booked", "P3D", "late")), At(1, Tagging, """{"tag":{"name":"booked"}}""")),
        Of("another tag", Waiting(ForTag("wait", "booked", "P3D", "late")), At(1, Tagging, """{"tag":{"name":"lead"}}""")),
        Of("a click", Waiting(ForClick("wait", "lnk_a", "P3D", "late")), At(1, "link.clicked", """{"link":{"id":"lnk_b"}}"""), At(2, "link.clicked", """{"link":{"id":"lnk_a"}}""")),
        Of("an opened email", Waiting(ForMail("wait", "mail", "opened", "P3D", "late")), At(1, "email.event", """{"email":{"event":"bounced","stepId":"mail"}}"""), At(2, "email.event", """{"email":{"event":"opened","stepId":"mail"}}""")),
        Of("an invoice that is paid", Invoice, At(3, "invoice.changed", """{"invoice":{"id":"inv_1","status":"paid"}}""")) with { First = Bill },
        Of("an invoice that is not", Invoice) with { First = Bill },
        Of("a branch", new Flow("form.submitted", If("if", Tagged("vip"), "yes", "no"), Text("yes").To(null), Text("no"))) with { Who = c => c with { Tags = ["vip"] } },
        Of("no branch", new Flow("form.submitted", If("if", Tagged("vip"), "yes", "no"), Text("yes").To(null), Text("no"))),
        Of("a split", new Flow("form.submitted", Split("split", "a", "b"), Text("a").To(null), Text("b"))),
        Of("rounds", new Flow("form.submitted", Text("text"), Delay("day", "P1D"), GoTo("again", "text", 2))),
        Of("a goal", new Flow("form.submitted", Delay("week", "P7D"), Text("nag"), Goal("booked", Booking, "continue"), Email("thanks"), Delay("rest", "P30D")), Visit(Booking, 26, 20)),
        Of("a drip", new Flow("form.submitted", Drip("drip", 1, "PT10M"), Text("text"), GoTo("again", "drip", 3))),
        Of("reminders", Reminders) with { First = Visit(Booking, 0, 5) },
        Of("a visit that moves", Reminders, Visit(Moving, 75, 7)) with { First = Visit(Booking, 0, 5) },
        Of("a visit three hours ahead", Reminders) with { First = new(TimeSpan.Zero, Booking, """{"appointment":{"externalId":"v1","startsAt":"@03:00"}}""") },
        Of("a visit that is cancelled", Reminders, At(30, Turning, """{"appointment":{"externalId":"v1","status":"cancelled"}}""")) with { First = Visit(Booking, 0, 5) },
        Of("a visit that moves when all is said", Reminders, Visit(Moving, 119, 12)) with { First = Visit(Booking, 0, 5) },
        Of("a second visit", Reminders, Visit(Booking, 1, 9, "v2"), At(2, Turning, """{"appointment":{"externalId":"v1","status":"cancelled"}}""")) with { First = Visit(Booking, 0, 5) },
        Of("STOP", new Flow("form.submitted", Delay("hours", "PT3H"), Text("text"), Email("mail")), At(1, Replying, """{"message":{"channel":"sms","body":"STOP"}}""")),
        Of("a night", new Flow("form.submitted", Text("text"), Email("mail"))) with { Where = p => p with { TextHours = null }, Start = TimeSpan.FromHours(13.5) },
        Of("a night elsewhere", new Flow("form.submitted", Text("text"), Email("mail"))) with { Where = p => p with { TextHours = new OpenHours(new(9, 0), new(20, 0)) }, Start = TimeSpan.FromHours(13.5), Who = c => c with { TimeZone = "Pacific/Honolulu" } },
        Of("a night where the number is from", new Flow("form.submitted", Text("text"), Email("mail"))) with { Where = p => p with { TextHours = new OpenHours(new(9, 0), new(20, 0)) }, Start = TimeSpan.FromHours(13.5), Who = c => c with { Phone = $"+1808{c.Phone![5..]}" } },
        Of("a number from half a day away", new Flow("form.submitted", Text("text"), Email("mail"))) with { Where = p => p with { TextHours = new OpenHours(new(9, 0), new(20, 0)) }, Who = c => c with { Phone = $"+659{c.Phone![5..]}" } },
        Of("a window", new Flow("form.submitted", Text("text"), Delay("hours", "PT9H"), Email("mail")) { Settings = new() { ["window"] = JsonNode.Parse("""{"hours":{"tue":[["10:00","12:00"]],"thu":[["10:00","12:00"]]}}""") } }),
        Of("a text that is too late", new Flow(Booking, Before("w2", "-PT2H"), Text("t2"), Delay("night", "PT14H"), Email("after"))) with
        {
            Where = p => p with { TextHours = null }, First = new(TimeSpan.Zero, Booking, """{"appointment":{"externalId":"v1","startsAt":"@14:00"}}"""),
        },
        Of("advertising without consent", new Flow("form.submitted", Text("ad", purpose: "marketing"), Email("news", purpose: "marketing"), Text("care"))) with { Who = c => c with { Consents = [] } },
        Of("a merge field without value", new Flow("form.submitted", Text("text", "How is {{contact.company}}?"), Email("mail"))),
        Of("entering again", new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Settings = new() { ["reentry"] = "afterFinish" } }, Form(2), Form(30)),
        Of("entering always", new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Settings = new() { ["reentry"] = "always" } }, Form(2), Form(30)),
        Of("entering once", new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Settings = new() { ["reentry"] = "once" } }, Form(2), Form(30)),
        Of("leaving by itself", new Flow("form.submitted", Act("remove", "workflow.remove", new() { ["which"] = "current" }), Delay("moment", "PT1M"), Text("never"))),
        Of("into another", new Flow("form.submitted", AddTo("add", "wf_other"), Text("one"), AddTo("again", "wf_other"), AddTo("nowhere", "wf_nobody"))) with
        {
            Others = new Dictionary<string, JsonElement> { ["wf_other"] = new Flow("survey.submitted", Delay("day", "P99D")).Json() },
        },
        Of("stopping on replies", new Flow("form.submitted", Text("text"), Delay("day", "P1D"), Text("never")) { Settings = new() { ["stopOnReply"] = true } }, At(2, Replying, """{"message":{"channel":"sms","body":"No thanks"}}""")),
        Of("desk work", new Flow("form.submitted", Tag("tag", "lead"), Act("task", "task.add", new() { ["title"] = "Call {{contact.firstName}}", ["due"] = "P1D" }), Act("note", "note.add", new() { ["text"] = "Asked" }),
            Act("field", "contact.update", new() { ["fields"] = new JsonObject { ["city"] = "Albany" } }), If("if", Where("contact.city", "is", "Albany"), "yes", null), Text("yes", "To {{contact.city}}"), Untag("untag", "lead"))),
        Of("a webhook", new Flow("form.submitted", Hook("hook"), Text("text"))),
        Of("a webhook that fails", new Flow("form.submitted", Hook("hook").OrElse("continue", 3), Text("text"))) with { WebStatus = 503, ToTheSecond = false },
        Of("a form of another kind", new Flow("survey.submitted", Text("text"))),
    ];

    static Flow Waiting(Piece wait) => new("form.submitted", Email("mail"), wait, Text("met").To(null), Text("late"));
    static Flow Invoice => new("form.submitted", Act("wait", "wait.invoice", new() { ["offset"] = "P1D", ["paidStep"] = "thanks" }), Text("overdue").To(null), Text("thanks")) { Settings = new() { ["scope"] = "invoice" } };
    static Happening Bill => new(TimeSpan.Zero, "form.submitted", """{"invoice":{"id":"inv_1","status":"sent","dueAt":"@5.00:00"}}""");
    static Piece Hook(string id) => Act(id, "webhook.send", new() { ["method"] = "POST", ["url"] = "https://example.test/hook", ["fields"] = new JsonObject { ["name"] = "{{contact.firstName}}" } });

    static Happening At(double hours, string type, string data) => new(TimeSpan.FromHours(hours), type, data);
    static Happening Form(double hours) => At(hours, "form.submitted", """{"form":{"id":"consultation"}}""");
    static Happening Visit(string type, double hours, int days, string id = "v1") => At(hours, type, $$$"""{"appointment":{"externalId":"{{{id}}}","title":"Consultation","startsAt":"@{{{days}}}.00:30"}}""");
    static Story Of(string name, Flow flow, params Happening[] then) => new(name, flow.Json(), Form(0), then);
}
