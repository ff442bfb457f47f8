using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>Other systems and other workflows.</summary>
public sealed class OutwardActivities(EnrollmentWork work)
{
    [Function(nameof(WebhookSend))]
    public Task<Next> WebhookSend([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(WebhookSend), turn, client, ct);

    [Function(nameof(HttpRequest))]
    public Task<Next> HttpRequest([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(HttpRequest), turn, client, ct);

    [Function(nameof(WorkflowAdd))]
    public Task<Next> WorkflowAdd([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(WorkflowAdd), turn, client, ct);

    [Function(nameof(WorkflowRemove))]
    public Task<Next> WorkflowRemove([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(WorkflowRemove), turn, client, ct);
}
