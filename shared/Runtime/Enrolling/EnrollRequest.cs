using AesthetixWorkflows.Core.Events;

namespace AesthetixWorkflows.Runtime.Enrolling;

/// <summary>Somebody or something wants a contact in a workflow.</summary>
/// <param name="Event">The event that asks; null when a person or another workflow does.</param>
/// <param name="StartAt">Not before this moment ("set start time").</param>
/// <param name="By">Who asks, for the log: <c>trigger</c>, <c>workflow</c>, or a key's name.</param>
/// <param name="Depth">How many workflows in a row led here.</param>
public sealed record EnrollRequest(
    string Practice, string WorkflowId, string? ContactId, PracticeEvent? Event, string? TriggerId, string? TriggerStart,
    DateTimeOffset? StartAt, string By, int Depth = 0, string? StartStep = null);

/// <summary>Admitted with an id, or not, with the reason: <c>workflow.notPublished entry.already entry.once entry.loop contact.unknown</c>.</summary>
public sealed record EnrollResult(string? EnrollmentId, string? Refused);
