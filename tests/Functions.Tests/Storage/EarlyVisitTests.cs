using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>A booking that starts so much, and was reported of so often before, that Table storage takes it in several transactions.</summary>
public sealed class EarlyVisitTests
{
    const int Reports = 8;

    /// <param name="workflows">With so many, the cut is among what waited, or before it.</param>
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    public async Task What_waited_for_a_booking_that_starts_many_workflows_comes_after_it_whatever_crashes(int workflows)
    {
        var crashes = 0;
        for (var at = 0; ; at++)
        {
            var faults = new Faults();
            var store = await Tables.Empty(set: faults.Set);
            await using var host = Host(store);
            await Publish(store, workflows);
            for (var n = 0; n < Reports; n++)
                await Accept(host, "appointment.status.changed", n, new { externalId = "v1", status = n < Reports - 1 ? "confirmed" : "cancelled" });
            await RouteAll(store, host);
            await Accept(host, "appointment.booked", Reports, new { externalId = "v1", startsAt = DateTimeOffset.UtcNow.AddDays(5) });

            var transaction = 0;
            faults.Break(Fault.Before, 1000, r => Faults.IsTransaction(r) && transaction++ >= at);
            var before = store.Traffic.Transactions;
            var crashed = false;
            try
            {
                await RouteOne(store, host);
                Assert.InRange(store.Traffic.Transactions - before, 2, 4);
            }
            catch (StoreUnavailableException)
            {
                (crashed, crashes) = (true, crashes + 1);
            }
            faults.Break(Fault.Before, 0);
            // Another process, which knows nothing of the first attempt.
            await using var next = Host(store);
            await RouteAll(store, next);

            Assert.Equal(AppointmentStatus.Cancelled, Assert.Single((await store.List(Kinds.Appointment, Things.Here, new())).Items).Body.Status);
            var events = (await store.ListEvents(Things.Here, null, null, null, 200, null)).Items;
            Assert.Equal(Reports, events.Count(e => e.Event.SourceId.EndsWith("/after-booking", StringComparison.Ordinal)));
            Assert.Single(events, e => e.Event.SourceId.EndsWith("/status", StringComparison.Ordinal));
            for (var n = 0; n < workflows; n++) Assert.Single((await store.ListEnrollments(Things.Here, new($"wf_{n}"))).Items);
            if (!crashed) break;
        }
        Assert.InRange(crashes, 2, 4);
    }

    static ServiceProvider Host(TablesStore store) => new ServiceCollection().AddWorkflowRuntime(TimeSpan.Zero)
        .AddSingleton<IStore>(store).AddSingleton(TimeProvider.System).AddSingleton<IIdSource>(new IdSource(TimeProvider.System))
        .AddSingleton(Builtin.Catalogue()).AddSingleton<IMessageProvider>(new Postbox()).BuildServiceProvider();

    static async Task Publish(TablesStore store, int workflows)
    {
        var definition = JsonDocument.Parse("""
            { "schemaVersion": 1, "settings": {}, "start": "s1", "steps": { "s1": { "type": "wait.delay", "config": { "for": "P900D" }, "next": null } },
              "triggers": [{ "id": "t1", "type": "appointment.booked", "config": {}, "filters": { "all": [] } }] }
            """).RootElement;
        var now = DateTimeOffset.UtcNow;
        await store.Keep(Things.Set().Put(Kinds.Practice, Things.Here, new Practice { Name = "Lumina", TimeZone = "America/New_York" }, 0)
            .Put(Kinds.Contact, "con_1", new Contact { FirstName = "Ada", Phone = "+13105550001", CreatedAt = now }, 0));
        for (var n = 0; n < workflows; n++)
            await store.Keep(Things.Set().Put(Kinds.Version, $"wf_{n}.1", new WorkflowVersion($"wf_{n}", 1, $"ver_{n}", definition, null, "Nora", now), 0)
                .Put(Kinds.Workflow, $"wf_{n}", new Workflow { Name = $"wf_{n}", Status = WorkflowStatus.Published, Version = 1, Draft = definition, OpenSince = now }, 0));
    }

    static Task<Acceptance> Accept(ServiceProvider host, string type, int second, object appointment) => host.GetRequiredService<EventIntake>().Accept(Things.Here,
        [new("booking", $"{type}-{second}", type, DateTimeOffset.UtcNow.AddSeconds(second), JsonSerializer.SerializeToElement(new { appointment }), "con_1")]);

    static async Task RouteOne(TablesStore store, ServiceProvider host) =>
        await host.GetRequiredService<EventRouter>().Route((await store.FindEvent(Things.Here, Assert.Single((await store.Find(Things.Here, DateTimeOffset.MaxValue, 100)).Events)))!.Event);

    static async Task RouteAll(TablesStore store, ServiceProvider host)
    {
        while ((await store.Find(Things.Here, DateTimeOffset.MaxValue, 100)).Events is { Count: > 0 } left)
            foreach (var id in left) await host.GetRequiredService<EventRouter>().Route((await store.FindEvent(Things.Here, id))!.Event);
    }
}
