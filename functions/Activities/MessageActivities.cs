using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>Messages to contacts and to the team.</summary>
public sealed class MessageActivities(EnrollmentWork work)
{
    [Function(nameof(EmailSend))]
    public Task<Next> EmailSend([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(EmailSend), turn, client, ct);

    [Function(nameof(SmsSend))]
    public Task<Next> SmsSend([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(SmsSend), turn, client, ct);

    [Function(nameof(TeamNotify))]
    public Task<Next> TeamNotify([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(TeamNotify), turn, client, ct);

    [Function(nameof(ReviewRequest))]
    public Task<Next> ReviewRequest([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ReviewRequest), turn, client, ct);

    [Function(nameof(InvoiceSend))]
    public Task<Next> InvoiceSend([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(InvoiceSend), turn, client, ct);

    [Function(nameof(DocumentSend))]
    public Task<Next> DocumentSend([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(DocumentSend), turn, client, ct);
}
