using System.Collections.Concurrent;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Places in a drip: so many at once, the next so many an interval later, in order of arrival.</summary>
sealed class DripPlaces(Table table)
{
    readonly ConcurrentDictionary<(string Practice, string Workflow, string Step), DripQueue> _queues = [];

    public Task<DateTimeOffset> Take(
        string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now) =>
        _queues.GetOrAdd((practice, workflowId, stepId), key => new(table, key.Practice, key.Workflow, key.Step)).Ask(new(effectId, batch, every, now));
}
