using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Intake;

/// <summary>An event as it arrived, before it has our id: from CloudEvents, a hook, or the product itself.</summary>
/// <param name="SourceId">The sender's id; with the source it is unique, so a repeat is dropped.</param>
/// <param name="Id">The id that its sender was promised; null: it gets one when it is kept.</param>
public sealed record IncomingEvent(string Source, string SourceId, string Type, DateTimeOffset At, JsonElement Data, string? ContactId = null, string? Id = null);

/// <summary>Which of the events are kept (their ids, in order) and how many were there already.</summary>
/// <param name="Ids">One id per event sent, in order; of a repeat, the id of the first.</param>
public sealed record Acceptance(IReadOnlyList<string> Accepted, int Duplicates, IReadOnlyList<string> Ids);
