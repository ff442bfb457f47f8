using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Capturing;
using AesthetixWorkflows.Runtime.Simulating.Overlay;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>Tries a workflow out: the engine that runs it for real, under a virtual clock. Writes no record, sends no
/// message and calls nobody.</summary>
/// <param name="store">Only read.</param>
/// <param name="workflows">What the practice has published, for steps that lead into other workflows.</param>
public sealed class Simulator(IStore store, ProductCatalogue catalogue, WorkflowBook workflows, PageAddresses? pages = null)
{
    public async Task<SimulationTrace> Run(SimulationRequest request, CancellationToken ct = default)
    {
        Muted.FromHere();
        var (clock, captured) = (new VirtualClock(request.StartAt), new Captured());
        var overlay = new OverlayStore(store, clock, request.AsIfNew);
        await Publish(request, overlay, clock.Now, ct);
        await using var engine = new Engine(overlay, clock, captured, catalogue, workflows, pages?.ForTrying(), request.WorkflowId, request.Answers);
        return await new Rehearsal(request, overlay, clock, engine, new TraceWriter(request.Definition, request.WorkflowId, captured)).Run(ct);
    }

    /// <summary>In the simulation the definition is published, as the version after the present one, and no other workflow is.</summary>
    static async Task Publish(SimulationRequest request, OverlayStore overlay, DateTimeOffset now, CancellationToken ct)
    {
        var known = await overlay.Find(Kinds.Workflow, request.Practice, request.WorkflowId, ct);
        var number = (known?.Body.Version ?? 0) + 1;
        var version = new WorkflowVersion(request.WorkflowId, number, "ver_simulated", request.Json, null, "simulation", now);
        await overlay.Commit(new ChangeSet(request.Practice).Put(Kinds.Version, $"{request.WorkflowId}.{number}", version, 0), ct);
        var body = known?.Body ?? new Workflow { Name = request.WorkflowId, CreatedAt = now, ChangedAt = now };
        overlay.Only = new(request.WorkflowId, known?.Revision ?? 0, body with { Status = WorkflowStatus.Published, Version = number, DeletedAt = null });
    }
}
