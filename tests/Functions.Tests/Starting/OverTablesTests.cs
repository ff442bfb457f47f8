using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Functions.Tests.Storage;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Tests.Starting;

/// <summary>The parts as Program puts them together, over the Table store.</summary>
public sealed class OverTablesTests
{
    static async Task<WebApplication> Worker(MemoryQueue queue)
    {
        var settings = AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(AzureStand.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:TablesUri"] = null, ["Storage:ConnectionString"] = await Azurite.Connection() }).Build());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        AzureHost.Add(builder.Services, settings, AzureParts.Of(settings));
        builder.Services.AddSingleton(queue.Sender).AddSingleton<IMessageProvider, Postbox>();
        var app = builder.Build();
        await app.Services.GetRequiredService<FirstPractice>().Ensure(default);
        return app;
    }

    [Fact]
    public async Task Two_workers_start_at_once_and_an_event_goes_from_the_door_to_an_orchestration()
    {
        var queue = new MemoryQueue(sessions: true);
        var workers = await Task.WhenAll(Worker(queue), Worker(queue));
        await using var one = workers[0];
        await using var other = workers[1];
        var (services, durable) = (one.Services, new RecordingDurable());
        services.GetRequiredService<DurableLink>().Offer(durable);
        var (store, ids) = (services.GetRequiredService<IStore>(), services.GetRequiredService<IIdSource>());
        Assert.Contains(FirstPractice.Id, await store.Practices());

        var (contact, workflow) = (ids.New("con"), ids.New("wf"));
        await store.Commit(new ChangeSet(FirstPractice.Id).Put(Kinds.Contact, contact, new Contact { FirstName = "Ada", CreatedAt = DateTimeOffset.UtcNow }, 0)
            .Put(Kinds.Workflow, workflow, new Workflow { Name = "w", Draft = new Flow("form.submitted", Pieces.Delay("s1", "P1D")).Json() }, 0));
        Assert.IsType<WorkflowDeed.Done>(await services.GetRequiredService<Publisher>().Publish(new(FirstPractice.Id, "Nora", DateTimeOffset.UtcNow), workflow, null, null));

        var arrival = new IncomingEvent("hook:hook_1", Guid.NewGuid().ToString("n"), "form.submitted", DateTimeOffset.UtcNow, System.Text.Json.JsonSerializer.SerializeToElement(new { }), contact);
        var door = services.GetRequiredService<IEventDoor>();
        var id = await door.Admit(FirstPractice.Id, arrival, default);
        await queue.Pump((message, actions) => ActivatorUtilities.CreateInstance<EventRouting>(services).Take(message, actions, durable, default));
        Assert.Equal("enrolled:1", (await store.FindEvent(FirstPractice.Id, id))!.Result);
        Assert.Single(durable.Started);
        // A repeat is known by one read, and goes nowhere.
        Assert.Equal(id, await door.Admit(FirstPractice.Id, arrival, default));
        Assert.Empty(queue.Waiting);
        // Nothing is left over for Recover.
        var left = await services.GetRequiredService<Functions.Storage.ILeftovers>().Find(FirstPractice.Id, DateTimeOffset.UtcNow.AddMinutes(1), 10);
        Assert.Empty(left.Events);
        Assert.Empty(left.Starts);
        Assert.Empty(left.Inputs);
    }
}
