using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>Values for later steps, and decisions about them.</summary>
public sealed class ValueActivities(EnrollmentWork work)
{
    [Function(nameof(ValueSet))]
    public Task<Next> ValueSet([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(ValueSet), turn, client, ct);

    [Function(nameof(Math))]
    public Task<Next> Math([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(Math), turn, client, ct);

    [Function(nameof(TextFormat))]
    public Task<Next> TextFormat([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(TextFormat), turn, client, ct);

    [Function(nameof(DateFormat))]
    public Task<Next> DateFormat([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(DateFormat), turn, client, ct);

    [Function(nameof(NumberFormat))]
    public Task<Next> NumberFormat([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(NumberFormat), turn, client, ct);

    [Function(nameof(AnchorSet))]
    public Task<Next> AnchorSet([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AnchorSet), turn, client, ct);

    [Function(nameof(AiDecide))]
    public Task<Next> AiDecide([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AiDecide), turn, client, ct);

    [Function(nameof(AiIntent))]
    public Task<Next> AiIntent([ActivityTrigger] Turn turn, [DurableClient] DurableTaskClient client, CancellationToken ct) => work.Run(nameof(AiIntent), turn, client, ct);
}
