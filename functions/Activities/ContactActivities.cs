using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>What changes a contact, its notes and its tasks.</summary>
public sealed class ContactActivities(EnrollmentWork work)
{
    [Function(nameof(ContactUpsert))]
    public Task<Next> ContactUpsert([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactUpsert), turn, client, ct);

    [Function(nameof(ContactUpdate))]
    public Task<Next> ContactUpdate([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactUpdate), turn, client, ct);

    [Function(nameof(ContactTagAdd))]
    public Task<Next> ContactTagAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactTagAdd), turn, client, ct);

    [Function(nameof(ContactTagRemove))]
    public Task<Next> ContactTagRemove([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactTagRemove), turn, client, ct);

    [Function(nameof(ContactAssign))]
    public Task<Next> ContactAssign([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactAssign), turn, client, ct);

    [Function(nameof(ContactDndSet))]
    public Task<Next> ContactDndSet([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactDndSet), turn, client, ct);

    [Function(nameof(NoteAdd))]
    public Task<Next> NoteAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(NoteAdd), turn, client, ct);

    [Function(nameof(TaskAdd))]
    public Task<Next> TaskAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(TaskAdd), turn, client, ct);

    [Function(nameof(ContactFind))]
    public Task<Next> ContactFind([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactFind), turn, client, ct);

    [Function(nameof(ContactUnassign))]
    public Task<Next> ContactUnassign([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactUnassign), turn, client, ct);

    [Function(nameof(ContactScoreAdd))]
    public Task<Next> ContactScoreAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactScoreAdd), turn, client, ct);

    [Function(nameof(ContactDelete))]
    public Task<Next> ContactDelete([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ContactDelete), turn, client, ct);

    [Function(nameof(ConversationEdit))]
    public Task<Next> ConversationEdit([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ConversationEdit), turn, client, ct);
}
