using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Outward;

namespace AesthetixWorkflows.Runtime.Simulating.Capturing;

/// <summary>The way out of an action in a simulation. Into other workflows it leads by the practice's own list of what is
/// published, for the simulation's knows one workflow only.</summary>
/// <param name="self">The workflow that is tried.</param>
/// <param name="others">The way out that asks the practice's own list.</param>
sealed class SimulatedOutside(string self, Outside own, Outside others) : IOutside
{
    public Task<Outcome> Send(ActionCall from, string messageId, Message message, CancellationToken ct) => own.Send(from, messageId, message, ct);
    public Task<HttpAnswer> Call(ActionCall from, HttpCall call, CancellationToken ct) => own.Call(from, call, ct);
    public Task<Outcome> Unenroll(ActionCall from, string which, CancellationToken ct) => own.Unenroll(from, which, ct);
    public Task Forget(ActionCall from, CancellationToken ct) => own.Forget(from, ct);

    public Task<Outcome> Enroll(ActionCall from, string workflowId, bool passEvent, CancellationToken ct) =>
        (workflowId == self ? own : others).Enroll(from, workflowId, passEvent, ct);
}
