using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Runner;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Running;

public sealed class RouterPumpTests
{
    [Fact]
    public async Task An_event_that_others_are_long_in_the_way_of_is_routed_without_a_restart()
    {
        // More often than its lane waits for it.
        var left = 3 * 9 + 2;
        async Task InTheWay(IServiceProvider services, ChangeSet changes)
        {
            if (changes.Changes.OfType<Change.Routed>().FirstOrDefault()?.Event.Type != "form.submitted" || left-- <= 0) return;
            var store = services.GetRequiredService<SqliteStore>();
            var known = (await store.List(Kinds.Contact, Clinic.Id, new(1))).Items[0];
            await store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Contact, known.Id, known.Body with { Tags = [$"t{left}"] }, known.Revision));
        }
        await using var clinic = new Clinic(new LocalCarriers(), services => services
            .AddSingleton(s => StoreTap.Over(s.GetRequiredService<SqliteStore>(), changes => InTheWay(s, changes)))
            .AddSingleton(s => new RouterPump(s.GetRequiredService<IBacklog>(), s.GetRequiredService<EventRouter>(), NullLogger<RouterPump>.Instance) { Aside = TimeSpan.FromMilliseconds(100) }));
        await clinic.Open();
        await clinic.Publish(new Flow("form.submitted", Delay("day", "P1D")));
        await clinic.Person("Ada", ada => ada with { LastName = null, Email = "ada@hart.example" });
        await clinic.Quiet();
        var form = await clinic.Happens("form.submitted", null, new { contact = new { email = "ada@hart.example", lastName = "Hart" } });
        await clinic.Quiet();
        Assert.Equal("enrolled:1", (await clinic.Store.FindEvent(Clinic.Id, form))!.Result);
        Assert.Equal(-1, left);
    }

    [Fact]
    public async Task After_a_restart_what_the_file_has_goes_before_what_comes_in_while_it_is_read()
    {
        var routed = new ConcurrentQueue<string>();
        await using var clinic = new Clinic(new LocalCarriers(), services => services.AddSingleton(s => StoreTap.Over(s.GetRequiredService<SqliteStore>(), changes =>
        {
            foreach (var one in changes.Changes.OfType<Change.Routed>()) routed.Enqueue(one.Event.Id);
            return Task.CompletedTask;
        })));
        await clinic.Open();
        var file = new SlowFile(Event("evt_older"));
        var pump = new RouterPump(file, clinic.Get<EventRouter>(), NullLogger<RouterPump>.Instance);
        using var stop = new CancellationTokenSource();
        var running = pump.Run(stop.Token);
        await file.Asked.Task;
        pump.Observe(new ChangeSet(Clinic.Id).Add(new Change.Accept(Event("evt_newer"))), Committed.Fine);
        file.Answers.SetResult();
        for (var until = DateTime.UtcNow.AddSeconds(40); routed.Count < 2;)
        {
            Assert.True(DateTime.UtcNow < until, string.Join(' ', routed));
            await Task.Delay(5);
        }
        await stop.CancelAsync();
        await running;
        Assert.Equal(["evt_older", "evt_newer"], routed);
    }

    static PracticeEvent Event(string id) => new(id, Clinic.Id, "spec", id, "form.submitted", DateTimeOffset.UnixEpoch, "con_1", System.Text.Json.JsonElement.Parse("{}"));

    sealed class SlowFile(PracticeEvent older) : IBacklog
    {
        public TaskCompletionSource Asked { get; } = new();
        public TaskCompletionSource Answers { get; } = new();

        public async Task<IReadOnlyList<PracticeEvent>> Unrouted(int limit, CancellationToken ct = default)
        {
            Asked.TrySetResult();
            await Answers.Task;
            return [older];
        }

        public Task<IReadOnlyList<DueRow>> Due(DateTimeOffset until, int limit, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<DueRow>>([]);
        public Task<IReadOnlyList<EnrollmentRef>> WithInbox(int limit, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<EnrollmentRef>>([]);
    }
}
