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

    [Function(nameof(OpportunityFind))]
    public Task<Next> OpportunityFind([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(OpportunityFind), turn, client, ct);

    [Function(nameof(OpportunityRemove))]
    public Task<Next> OpportunityRemove([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(OpportunityRemove), turn, client, ct);

    [Function(nameof(OpportunityOwnerSet))]
    public Task<Next> OpportunityOwnerSet([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(OpportunityOwnerSet), turn, client, ct);

    [Function(nameof(AppointmentBook))]
    public Task<Next> AppointmentBook([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AppointmentBook), turn, client, ct);

    [Function(nameof(AppointmentLink))]
    public Task<Next> AppointmentLink([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AppointmentLink), turn, client, ct);

    [Function(nameof(AppointmentNoteAdd))]
    public Task<Next> AppointmentNoteAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AppointmentNoteAdd), turn, client, ct);
}
