using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

/// <summary>Remembers what went out.</summary>
sealed class RecordingOutside : IOutside
{
    public List<(string Id, Message Message)> Sent { get; } = [];
    public List<HttpCall> Calls { get; } = [];
    public List<string> Enrolled { get; } = [];
    public List<string> Unenrolled { get; } = [];
    public HttpAnswer Answer { get; set; } = new(Outcome.Done.Plain, 200, JsonDocument.Parse("""{ "id": 7 }""").RootElement, null);

    public Task<Outcome> Send(ActionCall from, string messageId, Message message, CancellationToken ct)
    {
        Sent.Add((messageId, message));
        return Task.FromResult<Outcome>(new Outcome.Done(messageId));
    }

    public Task<HttpAnswer> Call(ActionCall from, HttpCall call, CancellationToken ct)
    {
        Calls.Add(call);
        return Task.FromResult(Answer);
    }

    public Task<Outcome> Enroll(ActionCall from, string workflowId, bool passEvent, CancellationToken ct)
    {
        Enrolled.Add($"{workflowId} {passEvent}");
        return Task.FromResult<Outcome>(Outcome.Done.Plain);
    }

    public List<string> Forgotten { get; } = [];

    public Task Forget(ActionCall from, CancellationToken ct)
    {
        Forgotten.Add(from.ContactId);
        return Task.CompletedTask;
    }

    public Task<Outcome> Unenroll(ActionCall from, string which, CancellationToken ct)
    {
        Unenrolled.Add(which);
        return Task.FromResult<Outcome>(Outcome.Done.Plain);
    }
}
