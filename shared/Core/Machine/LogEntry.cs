using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>One line of an enrollment's history. Codes and ids only; the builder turns them into words.</summary>
/// <param name="Code">Reason or result: <c>branch:b1</c>, <c>consent.dnd</c>, <c>msg_…</c>.</param>
/// <param name="Until">When it will go on, for waits, holds and retries.</param>
/// <param name="Left">True: the step was left with this, before it had come to an end of its own; whoever counts arrivals counts this one too.</param>
public sealed record LogEntry(DateTimeOffset At, Happened What, string? StepId, int Visit, string? Code = null, DateTimeOffset? Until = null, bool? Left = null);

[JsonConverter(typeof(JsonStringEnumConverter<Happened>))]
public enum Happened
{
    [JsonStringEnumMemberName("enrolled")] Enrolled,
    [JsonStringEnumMemberName("done")] Done,
    [JsonStringEnumMemberName("skipped")] Skipped,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("retrying")] Retrying,
    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("resumed")] Resumed,
    [JsonStringEnumMemberName("timedOut")] TimedOut,
    [JsonStringEnumMemberName("decided")] Decided,
    [JsonStringEnumMemberName("jumped")] Jumped,
    [JsonStringEnumMemberName("restarted")] Restarted,
    [JsonStringEnumMemberName("paused")] Paused,
    [JsonStringEnumMemberName("operated")] Operated,
    [JsonStringEnumMemberName("moved")] Moved,
    [JsonStringEnumMemberName("finished")] Finished,
}
