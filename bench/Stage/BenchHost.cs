using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Bench.Stage;

/// <summary>The real embedded host in this process, with one practice, whose phones may ring all day, and one action more.</summary>
sealed class BenchHost : IAsyncDisposable
{
    public const string Practice = DemoPractice.Id;

    readonly LocalHost _host;
    readonly string _file;

    BenchHost(LocalHost host, string file, Noop noop) => (_host, _file, Noop) = (host, file, noop);

    public Noop Noop { get; }
    public string Address => _host.Address;
    public SqliteStore Store => _host.Services.GetRequiredService<SqliteStore>();
    public Enroller Enroller => _host.Services.GetRequiredService<Enroller>();
    public IIdSource Ids => _host.Services.GetRequiredService<IIdSource>();

    public static async Task<BenchHost> Start(string folder)
    {
        var (noop, known) = (new Noop(), Builtin.Catalogue());
        var host = await LocalHost.Start(new LocalOptions(folder, "http://127.0.0.1:0", "bench-owner-key-0123456789", Demo: false),
            services => services.AddSingleton(_ => new ProductCatalogue([.. known.Actions.Values, noop], known.Triggers.Values)));
        var bench = new BenchHost(host, Path.Combine(folder, "aesthetix.db"), noop);
        if (await bench.Store.Find(Kinds.Practice, Practice, Practice) is null)
            await bench.Store.Commit(new ChangeSet(Practice).Put(Kinds.Practice, Practice, new Practice
            {
                Name = "Bench Clinic", TimeZone = "America/New_York", SenderPhone = "+12125550100", TextHours = new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue),
            }));
        return bench;
    }

    public async Task<string> Publish(JsonElement definition)
    {
        var (id, now) = (Ids.New("wf"), DateTimeOffset.UtcNow);
        await Store.Commit(new ChangeSet(Practice)
            .Put(Kinds.Version, $"{id}.1", new WorkflowVersion(id, 1, Ids.New("ver"), definition, null, "bench", now), 0)
            .Put(Kinds.Workflow, id, new Workflow { Name = "Bench", Status = WorkflowStatus.Published, Version = 1, Draft = definition, CreatedAt = now, ChangedAt = now }, 0));
        return id;
    }

    public async Task<string[]> Contacts(int count)
    {
        var contacts = new string[count];
        var phones = Random.Shared.Next(1000) * 10_000_000L;
        foreach (var part in Enumerable.Range(0, count).Chunk(500))
        {
            var changes = new ChangeSet(Practice);
            foreach (var i in part)
                changes.Put(Kinds.Contact, contacts[i] = Ids.New("con"), new Contact
                {
                    FirstName = "Maya", LastName = $"Number {i}", Phone = $"+1212{phones + i:D10}", Email = $"maya{phones + i}@patients.example",
                    Tags = ["lead", "vip"], Source = "bench", CreatedAt = DateTimeOffset.UtcNow,
                }, 0);
            await Store.Commit(changes);
        }
        return contacts;
    }

    public async Task Hook(string key, string type) =>
        await Store.Commit(new ChangeSet(Practice).Add(new Change.Put(Kinds.Hook.Name, $"{Practice}.{Ids.New("hook")}", Kinds.Hook.Write(new Hook(
            "Bench", key, "none", [], type, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty.Add("form.id", "consultation"),
            JsonDocument.Parse("{}").RootElement, DateTimeOffset.UtcNow)), [new Lookup("key", key, Unique: true)], 0, "*")));

    public Task<EnrollResult> Enroll(string workflow, string contact) => Enroller.Enroll(new(Practice, workflow, contact, null, null, null, null, "bench"));

    /// <summary>Everything committed is moved into the file after a second of rest.</summary>
    public async Task<long> BytesAtRest()
    {
        await Task.Delay(2500);
        return new FileInfo(_file).Length;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
