using AesthetixWorkflows.Catalogue;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Ahead;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>A test run leaves nothing behind: no record, no message, no call, no place in a drip.</summary>
public sealed class NoTraceLeftTests : IAsyncLifetime
{
    static readonly string[] Writes = [nameof(IStore.Commit), nameof(IStore.TakeDripPlace), nameof(IStore.BeginIdempotent), nameof(IStore.EndIdempotent)];

    Clinic Clinic { get; }
    Plain Web { get; } = new();

    public NoTraceLeftTests() => Clinic = new(new LocalCarriers(new StoppedClock()), services => services.AddSingleton<IOutboundClient>(Web));

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    static readonly Flow Busy = new("form.submitted",
        Email("mail"), Text("text"), Tag("tag", "lead"), Act("task", "task.add", new() { ["title"] = "Call" }), Act("note", "note.add", new() { ["text"] = "Asked" }),
        Act("hook", "webhook.send", new() { ["method"] = "POST", ["url"] = "https://example.test/hook" }), AddTo("add", "wf_other"), Split("split", "drip", "drip"),
        Drip("drip", 1, "PT10M"), ForReply("reply", "sms", "P1D", null), Act("remove", "workflow.remove", new() { ["which"] = "another", ["workflowId"] = "wf_other" }), Text("last"));

    [Fact]
    public async Task C22_a_test_run_calls_nobody_sends_nothing_and_writes_no_record()
    {
        await Clinic.Publish(new Flow("survey.submitted", Delay("day", "P9D")), "wf_other");
        var (ada, workflow) = (await Clinic.Person(), await Clinic.Draft(Busy));
        var before = await Everything();
        using var heard = new Heard();
        var store = StoreTap.Over(Clinic.Store, changes => throw new InvalidOperationException("It writes."), name => Assert.DoesNotContain(name, Writes));
        var simulator = new Simulator(store, Clinic.Get<Catalogue.ProductCatalogue>(), Clinic.Get<WorkflowBook>());
        var definition = DefinitionReader.Read(Busy.Json()).Definition!;

        foreach (var (id, guest) in new (string?, Contact?)[] { (ada, null), (null, new() { FirstName = "Guest", Email = "guest@example.test", Phone = "+12125550142" }), (null, null) })
        {
            var trace = await simulator.Run(new()
            {
                Practice = Clinic.Id, WorkflowId = workflow, Definition = definition, Json = Busy.Json(), ContactId = id, Contact = guest, StartAt = Clinic.Now,
                Event = new("form.submitted", JsonElement.Parse("""{"form":{"id":"consultation"},"contact":{"firstName":"New","email":"new@example.test","phone":"+12125550143"}}""")),
                Script = [new(Clinic.Now.AddHours(1), new("message.received", JsonElement.Parse("""{"message":{"channel":"sms","body":"STOP"}}""")))],
            });
            Assert.Equal("over", trace.Ended.Code);
            Assert.Equal(["mail", "text"], trace.Lines.Where(l => l.Messages is not null).Select(l => l.StepId));
            Assert.Equal("https://example.test/hook", Assert.Single(trace.Lines.SelectMany(l => l.Calls ?? [])).Url);
            Assert.Equal(["enroll", "stop"], trace.Lines.SelectMany(l => l.Elsewhere ?? []).Select(e => e.Would).Distinct());
            Assert.Contains(trace.Lines, l => l is { StepId: "last", Code: "consent.dnd.sms", Why: "The contact asked for no texts." });
        }
        var tested = await new Backtester(store, simulator, new PracticeBook(store, TimeProvider.System, TimeSpan.Zero), Clinic.Get<ProductCatalogue>())
            .Run(new(Clinic.Id, workflow, definition, Busy.Json(), Clinic.Now.AddDays(-1), Clinic.Now.AddDays(1)));
        Assert.Equal(0, tested.Events);
        Assert.Empty(heard.Names);

        Assert.Empty(Clinic.Post.Sent);
        Assert.Equal(0, Web.Calls);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_look_ahead_leaves_as_little()
    {
        await Clinic.Change(practice => practice with { Caps = [new(5, "P30D")], OptOutNoticeDays = 30 });
        await Clinic.Publish(new Flow("survey.submitted", Delay("day", "P9D")), "wf_other");
        await Clinic.Publish(new Flow("form.submitted", [Delay("day", "P1D"), Text("offer", "Offer", "marketing"), .. Busy.Pieces]));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var (before, reads) = (await Everything(), 0);
        var store = StoreTap.Over(Clinic.Store, changes => throw new InvalidOperationException("It writes."), name => { Assert.DoesNotContain(name, Writes); reads++; });
        using var heard = new Heard();
        var ahead = await new Lookahead(store, Clinic.Get<ProductCatalogue>(), Clinic.Get<WorkflowBook>(), Clinic.Get<PracticeBook>(), Clinic.Get<TimeProvider>()).Of(Clinic.Id, ada);
        Assert.Empty(heard.Names);
        Assert.Equal(["offer", "mail", "text", "task"], ahead!.Items.Select(item => item.StepId));
        Assert.Empty(Clinic.Post.Sent);
        Assert.Equal(0, Web.Calls);
        Assert.Equal(before, await Everything());
        // Somebody looks every ten seconds, and on Azure each of these is a journey.
        Assert.InRange(reads, 1, 60);
    }

    async Task<string> Everything() => JsonSerializer.Serialize(new object[]
    {
        await All(Kinds.Contact), await All(Kinds.Message), await All(Kinds.Task), await All(Kinds.Note), await All(Kinds.Delivery), await All(Kinds.Side), await All(Kinds.Output), await All(Kinds.Audit), await All(Kinds.SendGate), await All(Kinds.HeldSend),
        await All(Kinds.Workflow), await All(Kinds.Version), (await Clinic.Enrollments()).Count, (await Clinic.Store.ListEvents(Clinic.Id, null, null, null, 200, null)).Items.Count,
    });

    async Task<List<string>> All<T>(Kind<T> kind) where T : class => [.. (await Clinic.Store.List(kind, Clinic.Id, new(200))).Items.Select(item => $"{item.Id} {item.Revision}")];
}
