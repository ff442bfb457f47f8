using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Comparing;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Transferring;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Sealing;

/// <summary>A password is typed once, kept apart, used, and never told again.</summary>
public sealed class SecretTests : IAsyncLifetime
{
    const string Token = "tok_very_secret", Key = "key {{not a field}}";
    readonly Listening _others = new();

    public SecretTests() => Clinic = new(new LocalCarriers(new StoppedClock()), services => services.AddSingleton<IOutboundClient>(_others));

    Clinic Clinic { get; }

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task It_is_sent_with_the_call_and_stands_nowhere_else()
    {
        var id = await Published(Calling(Token));
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a" } });
        await Clinic.Quiet();
        Assert.Contains(_others.Requests.Single().Headers, header => header is { Key: "Authorization", Value: $"Bearer {Token}" });

        var workflow = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!;
        Assert.DoesNotContain(Token, workflow.Body.Draft.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, (await Clinic.Store.Find(Kinds.Version, Clinic.Id, $"{id}.1"))!.Body.Definition.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, JsonSerializer.Serialize(await Clinic.Get<Exporter>().Export(Clinic.Id, workflow.Body, null, workflow.Body.Draft)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret:", JsonSerializer.Serialize(await Clinic.Get<Exporter>().Export(Clinic.Id, workflow.Body, null, workflow.Body.Draft)), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, JsonSerializer.Serialize((await Clinic.Store.List(Kinds.Audit, Clinic.Id, new(200))).Items), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, JsonSerializer.Serialize((await Clinic.Store.List(Kinds.Delivery, Clinic.Id, new(200))).Items), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_body_or_an_address_it_is_sent_and_neither_kept_with_the_delivery_nor_shown_by_a_simulation()
    {
        var id = await Published(new Flow("form.submitted",
            Act("hook", "webhook.send", new() { ["url"] = "https://lab.example/in", ["fields"] = new JsonObject { ["api_token"] = Token } }),
            Act("call", "http.request", new() { ["method"] = "GET", ["url"] = "https://lab.example/in", ["query"] = new JsonObject { ["api_key"] = Token } })));
        var ada = await Clinic.Person();
        await Clinic.Happens("form.submitted", ada, new { form = new { id = "a" } });
        await Clinic.Quiet();
        Assert.Contains(Token, System.Text.Encoding.UTF8.GetString(_others.Requests[0].Body.Span), StringComparison.Ordinal);
        Assert.Contains(Token, _others.Requests[1].Url.Query, StringComparison.Ordinal);
        var kept = (await Clinic.Store.List(Kinds.Delivery, Clinic.Id, new(200))).Items;
        Assert.Equal(2, kept.Count);
        Assert.DoesNotContain(Token, JsonSerializer.Serialize(kept), StringComparison.Ordinal);

        var draft = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!.Body.Draft;
        var trace = await Clinic.Get<Runtime.Simulating.Simulator>().Run(new()
        {
            Practice = Clinic.Id, WorkflowId = id, Definition = DefinitionReader.Read(draft).Definition!, Json = draft, ContactId = ada, AsIfNew = true, StartAt = Clinic.Now,
            Event = new("form.submitted", JsonSerializer.SerializeToElement(new { form = new { id = "a" } })),
        });
        Assert.Equal(2, trace.Lines.Sum(line => line.Calls?.Count ?? 0));
        Assert.DoesNotContain(Token, JsonSerializer.Serialize(trace), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_read_and_saved_keeps_it_and_a_new_one_is_audited()
    {
        var id = await Published(Calling(Token));
        var drafts = Clinic.Get<Drafts>();
        var draft = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!.Body.Draft;
        await drafts.Save(Clinic.Staff, id, draft, null);
        Assert.Equal(draft.GetRawText(), (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!.Body.Draft.GetRawText());
        Assert.Single(await Changes());

        await drafts.Save(Clinic.Staff, id, Calling("tok_other").Json(), null);
        var line = (await Changes())[0];
        Assert.Equal((2, id, "/steps/call/config/auth/token"), ((await Changes()).Count, line.Subject, line.Detail));

        // What is published goes on with the one it was published with.
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a" } });
        await Clinic.Quiet();
        Assert.Contains(_others.Requests.Single().Headers, header => header.Value == $"Bearer {Token}");
    }

    [Fact]
    public async Task What_stands_in_it_is_no_merge_field()
    {
        await Published(new Flow("form.submitted", Act("call", "http.request", new()
        {
            ["method"] = "POST", ["url"] = "https://lab.example/in", ["headers"] = new JsonObject { ["X-Lab-Token"] = "abc", ["X-Password"] = "{{contact.firstName}}" },
            ["auth"] = new JsonObject { ["kind"] = "apiKey", ["value"] = Key },
        })));
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a" } });
        await Clinic.Quiet();
        var headers = _others.Requests.Single().Headers.ToDictionary(header => header.Key, header => header.Value);
        Assert.Equal((Key, "abc", "Ada"), (headers["X-Api-Key"], headers["X-Lab-Token"], headers["X-Password"]));
        Assert.Equal(["/steps/call/config/auth/value", "/steps/call/config/headers/X-Lab-Token"], (await Changes()).Select(line => line.Detail).Order());
    }

    [Fact]
    public async Task One_that_is_gone_fails_the_step_and_says_so()
    {
        var id = await Published(Calling(Token));
        var secret = Assert.Single((await Clinic.Store.List(Kinds.Secret, Clinic.Id, new())).Items);
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Delete(Kinds.Secret, secret.Id))).Ok);
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a" } });
        await Clinic.Quiet();
        Assert.Empty(_others.Requests);
        Assert.Contains(await Clinic.Store.StepsOf(Clinic.Id, id), count => count is { StepId: "call", Code: "secret.missing" });
    }

    [Fact]
    public async Task A_difference_says_that_it_changed_and_not_to_what()
    {
        var id = await Published(Calling(Token));
        var before = (await Clinic.Store.Find(Kinds.Version, Clinic.Id, $"{id}.1"))!.Body.Definition;
        await Clinic.Get<Drafts>().Save(Clinic.Staff, id, Hooking("whsec_a").Json(), null);
        var hooked = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!.Body.Draft;
        await Clinic.Get<Drafts>().Save(Clinic.Staff, id, Hooking("whsec_b").Json(), null);
        var rehooked = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id))!.Body.Draft;
        var told = Told(hooked, rehooked);
        Assert.Contains("Signing secret was changed", told, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", told + Told(before, hooked), StringComparison.Ordinal);
    }

    string Told(JsonElement from, JsonElement to) =>
        JsonSerializer.Serialize(Clinic.Get<Comparer>().Compare(1, DefinitionReader.Read(from).Definition!, null, DefinitionReader.Read(to).Definition!));

    static Flow Calling(string token) => new("form.submitted", Act("call", "http.request", new()
    {
        ["method"] = "POST", ["url"] = "https://lab.example/in", ["auth"] = new JsonObject { ["kind"] = "bearer", ["token"] = token },
    }));

    static Flow Hooking(string secret) => new("form.submitted", Act("call", "webhook.send", new() { ["url"] = "https://lab.example/in", ["signingSecret"] = secret }));

    async Task<string> Published(Flow flow)
    {
        var made = await Clinic.Get<Drafts>().Create(Clinic.Staff, "Calls", null, flow.Json());
        Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, made.Id, null, null));
        return made.Id;
    }

    async Task<List<AuditEntry>> Changes() =>
        [.. (await Clinic.Store.List(Kinds.Audit, Clinic.Id, new(200))).Items.Select(line => line.Body).Where(line => line.Action == "workflow.secret.changed")];

    sealed class Listening : IOutboundClient
    {
        public List<OutboundRequest> Requests { get; } = [];

        public Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default)
        {
            lock (Requests) Requests.Add(request);
            return Task.FromResult<OutboundAnswer>(new OutboundAnswer.Answered(200, ImmutableDictionary<string, string>.Empty, "", false, TimeSpan.Zero));
        }
    }
}
