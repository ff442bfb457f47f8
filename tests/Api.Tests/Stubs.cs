using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Api.Catalogue;
using AesthetixWorkflows.Api.Enrollments;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Hooks;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using Microsoft.AspNetCore.Http;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Ids that sort in the order they were made.</summary>
sealed class CountingIds : IIdSource
{
    int _last;
    public string New(string prefix) => $"{prefix}_{Interlocked.Increment(ref _last):D8}";
}

/// <summary>A definition is faulty when it says so.</summary>
sealed class StubCheck : IDefinitionCheck
{
    public CheckResult Check(string practice, string workflowId, JsonElement definition) => definition.TryGetProperty("faulty", out _)
        ? new(null, [new("WF101", Severity.Error, "/steps/s1", "s1", "The step has no text.")])
        : new(new(1, WorkflowSettings.Default, [], null, System.Collections.Immutable.ImmutableDictionary<string, Step>.Empty), []);
}

/// <summary>A call whose body is "bad" is unverified; every other is an event.</summary>
sealed class StubHookCalls(EventIntake intake) : IHookCalls
{
    public async Task<HookResult> Receive(HookCall call, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetString(call.Body.Span);
        if (text == "crash") throw new InvalidOperationException("secret detail");
        if (text == "bad") return new HookResult.Unverified("signature.wrong");
        var taken = await intake.Accept(call.Practice, [new($"hook:{call.HookId}", Guid.NewGuid().ToString(), call.Hook.EventType, DateTimeOffset.UnixEpoch, default)], ct);
        return new HookResult.Accepted(taken.Accepted[0]);
    }
}

/// <summary>Reads <c>{"id":…,"type":…}</c> and nothing more.</summary>
sealed class StubEventReader : IEventReader
{
    public EventReading Read(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return new([new("test", root.GetProperty("id").GetString()!, root.GetProperty("type").GetString()!, DateTimeOffset.UnixEpoch, root.Clone())]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new([], "This is not a CloudEvent.");
        }
    }
}

sealed class StubParts : ICatalogueParts
{
    static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;
    public JsonElement Waits => Empty;
    public JsonElement MergeFields => Empty;
    public JsonElement Operators => Empty;
    public JsonElement Conditions => Empty;
    public JsonElement DefinitionSchema => Empty;
    public IReadOnlyList<FindingDoc> FindingCodes => [new("WF101", "A step lacks a required field.")];
}

sealed class StubAdmission : IAdmission
{
    public Task<EnrollResult> Enroll(EnrollRequest request, CancellationToken ct) =>
        Task.FromResult(request.By == "all" ? new EnrollResult("enr_1", null) : new EnrollResult(null, "entry.already"));
}

/// <summary>Nothing here sends a message.</summary>
sealed class NoProvider : IMessageProvider
{
    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct) => throw new NotSupportedException();
    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => throw new NotSupportedException();
}
