using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

/// <summary>A practice, a contact and an enrollment, and whatever one action did to them.</summary>
sealed class Stage
{
    public static readonly DateTimeOffset Now = new(2026, 3, 6, 15, 0, 0, TimeSpan.Zero);
    static readonly ProductCatalogue Catalogue = Builtin.Catalogue();

    public DateTimeOffset At { get; init; } = Now;
    public IDecider? Decider { get; set; }
    public MemoryRecords Records { get; } = new();
    public RecordingOutside Outside { get; } = new();
    public ChangeSet Changes { get; } = new("prac_1");
    public List<(string Type, JsonObject Data)> Events { get; } = [];
    public JsonElement? Output { get; private set; }
    public Practice Practice { get; set; } = new() { Name = "Glow", TimeZone = "America/New_York", SenderName = "Glow Clinic", SenderEmail = "hello@glow.example", SenderPhone = "+15550100" };
    public Contact? Contact { get; set; } = new() { FirstName = "Ada", LastName = "Lund", Email = "ada@example.com", Phone = "+15550199", Tags = ["New"] };
    public Sender Sender { get; set; } = new(null, null, null);
    public string ScopeKey { get; set; } = "contact";
    public string EffectId { get; set; } = "enr_1/s1/1";
    public Dictionary<string, string> Facts { get; } = [];

    public async Task<Outcome> Run(string action, string config)
    {
        var type = Catalogue.Actions[action];
        using var json = JsonDocument.Parse(config);
        Assert.Empty(ConfigCheck.Run(type.Descriptor.Config, json.RootElement));
        return await type.Execute(Call(config), default);
    }

    /// <summary>The message has gone: what follows from it.</summary>
    public async Task Follow(string action, string config)
    {
        var call = Call(config);
        var type = (IMessageAction)Catalogue.Actions[action];
        await type.Follow(call, (await type.Compose(call, default)).Message!, default);
    }

    public Task<Composed> Compose(string action, string config) => ((IMessageAction)Catalogue.Actions[action]).Compose(Call(config), default);

    public T Written<T>(Kind<T> kind) where T : class
    {
        var put = Assert.Single(Changes.Changes.OfType<Change.Put>(), put => put.Kind == kind.Name);
        return kind.Read(put.Json);
    }

    ActionCall Call(string config) => new()
    {
        EffectId = EffectId,
        Attempt = 1,
        Now = At,
        Enrollment = new Enrollment { Id = "enr_1", Practice = "prac_1", WorkflowId = "wf_1", Version = 1, ScopeKey = ScopeKey, Zone = "America/New_York", EnrolledAt = Now, StepId = "s1", ContactId = Contact is null ? null : "con_1" },
        Practice = Practice,
        Contact = Contact is null ? null : new Stored<Contact>("con_1", 4, Contact),
        Config = new Config(JsonNode.Parse(config)!.AsObject()),
        Setting = new Setting(new KnownFacts(Facts), At, "America/New_York"),
        Sender = Sender,
        Records = Records,
        Outside = Outside,
        Decider = Decider,
        Changes = Changes,
        NewId = prefix => Ids.From(prefix, Now, EffectId),
        Raise = (type, data) => Events.Add((type, (JsonObject)data)),
        Output = output => Output = output,
    };

    sealed class KnownFacts(Dictionary<string, string> facts) : IFacts
    {
        public Fact Find(string field) => facts.TryGetValue(field, out var value) ? new Fact.Text(value) : Fact.None;
    }
}
