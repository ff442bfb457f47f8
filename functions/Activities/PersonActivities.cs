using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>What a person does while the contact waits.</summary>
public sealed class PersonActivities(EnrollmentWork work)
{
    [Function(nameof(ManualCall))]
    public Task<Next> ManualCall([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ManualCall), turn, client, ct);

    [Function(nameof(ManualSms))]
    public Task<Next> ManualSms([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ManualSms), turn, client, ct);

    [Function(nameof(ApprovalRequest))]
    public Task<Next> ApprovalRequest([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ApprovalRequest), turn, client, ct);
}
