using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Recipes;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>The demonstration practice, opened once; nothing that is tried out there leaves a trace.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    LocalCarriers Carriers { get; } = new(new StoppedClock(), demo: true);
    ICarrier? _carrier;

    public IStore Store => _carrier!.Services.GetRequiredService<IStore>();

    public async Task InitializeAsync()
    {
        _carrier = await Carriers.Open(_ => { });
        // As a real practice has it: no texts at night.
        var practice = (await Store.Find(Kinds.Practice, DemoPractice.Id, DemoPractice.Id))!;
        await Store.Commit(new ChangeSet(DemoPractice.Id).Put(Kinds.Practice, DemoPractice.Id, practice.Body with { TextHours = null }, practice.Revision));
    }

    public Task<RecipeMade> Make(string key) => new RecipeMaking(Store).Make(DemoPractice.Id, RecipeBook.Find(key)!);

    public Task<IReadOnlyList<Finding>> Check(JsonElement definition) =>
        Task.FromResult(_carrier!.Services.GetRequiredService<IDefinitionCheck>().Check(DemoPractice.Id, "wf_recipe", definition).Findings);

    public async Task<SimulationTrace> Simulate(string key, RecipeTrial trial)
    {
        var json = (await Make(key)).Definition;
        var definition = DefinitionReader.Read(json).Definition!;
        return await new Simulator(Store, _carrier!.Services.GetRequiredService<ProductCatalogue>(), _carrier.Services.GetRequiredService<WorkflowBook>()).Run(new()
        {
            Practice = DemoPractice.Id, WorkflowId = "wf_recipe", Definition = definition, Json = json, Contact = Trials.Contact(trial), StartAt = trial.StartAt, Horizon = Trials.Horizon(trial),
            Event = Trials.Event(trial.Event, trial, "wf_recipe", definition),
            Script = [.. (trial.Script ?? []).Select(entry => new ScriptEntry(Trials.Moment(entry.After, trial), Trials.Event(entry.Event, trial, "wf_recipe", definition)))],
        });
    }

    public async Task DisposeAsync()
    {
        if (_carrier is not null) await _carrier.DisposeAsync();
        await Carriers.DisposeAsync();
    }
}
