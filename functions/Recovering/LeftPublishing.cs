using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Functions.Recovering;

/// <summary>Publishing and resuming reach those inside page by page; a worker that ended half way is carried on with here.</summary>
public sealed class LeftPublishing(WorkflowBook workflows, Publisher publisher, TimeProvider clock)
{
    /// <summary>Beyond this nobody has come for it in many tries, or it was done long ago.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<(string, string, long), bool> _done = new();

    public async Task CarryOn(string practice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var workflow in await workflows.All(practice, ct))
        {
            var (age, key) = (now - workflow.Body.ChangedAt, (practice, workflow.Id, workflow.Revision));
            if (workflow.Body is not { Status: WorkflowStatus.Published, DeletedAt: null } || age < LeftWork.Patience || age > Longest || _done.ContainsKey(key)) continue;
            // The moment of the change, and not now: what is sent twice then has the same id.
            var reached = await publisher.CarryOn(new Actor(practice, "recover", workflow.Body.ChangedAt), workflow, ct);
            if (reached > 0) Tally.LeftoverRepaired("publish", reached);
            if (_done.Count > 10_000) _done.Clear();
            _done[key] = true;
        }
    }
}
