using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>Everything that is no action: which branch, until when, is it true; and what something that came means.</summary>
public sealed class Questions(EnrollmentWork work)
{
    [Function(nameof(Evaluate))]
    public Task<Next> Evaluate([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(Evaluate), turn, client, ct);
}
