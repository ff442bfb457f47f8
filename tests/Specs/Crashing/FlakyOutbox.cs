using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Providers.Sandbox;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>The sandbox's outbox behind a provider that turns the first try of one message away, and that may be unable to
/// say what became of a message. It outlives the host.</summary>
public sealed class FlakyOutbox(string path, bool confirms) : IMessageProvider, IDisposable
{
    readonly SandboxProvider _inner = new(path);
    int _tries;

    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct) =>
        message.StepId == "flaky" && Interlocked.Increment(ref _tries) == 1
            ? Task.FromResult<Outcome>(new Outcome.Failed("provider.away", true))
            : _inner.Send(practice, messageId, message, ct);

    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => confirms ? _inner.Confirm(effectId, ct) : Task.FromResult<Outcome?>(null);

    /// <summary>How often each effect reached the outbox.</summary>
    public static Dictionary<string, int> Lines(string path) => File.ReadLines(path)
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("effect").GetString()!)
        .GroupBy(effect => effect).ToDictionary(g => g.Key, g => g.Count());

    public void Dispose() => _inner.Dispose();
}
