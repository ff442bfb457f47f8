using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>Opportunities and appointments.</summary>
public sealed class DeskActivities(EnrollmentWork work)
{
    [Function(nameof(OpportunityCreate))]
    public Task<Next> OpportunityCreate([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(OpportunityCreate), turn, client, ct);

    [Function(nameof(OpportunityUpdate))]
    public Task<Next> OpportunityUpdate([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(OpportunityUpdate), turn, client, ct);

    [Function(nameof(AppointmentStatusSet))]
    public Task<Next> AppointmentStatusSet([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AppointmentStatusSet), turn, client, ct);
}
