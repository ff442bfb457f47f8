using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>Which definition to hold against which kept events.</summary>
/// <param name="From">Inclusive; by when the events were kept.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Examples">How many of each outcome are named.</param>
/// <param name="Most">How many events are looked at; the newest first.</param>
/// <param name="Revealed">Also what was found in private fields is told.</param>
public sealed record BacktestRequest(
    string Practice, string WorkflowId, Definition Definition, JsonElement Json, DateTimeOffset From, DateTimeOffset To, int Examples = 5, int Most = 10_000,
    bool Revealed = false);
