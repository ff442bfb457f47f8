using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>Something from outside that concerns one enrollment. Ids only.</summary>
/// <param name="Id">The event's id; the same signal delivered twice counts once.</param>
/// <param name="Detail">What narrows it: the channel of a reply, the link's id, the email event, the goal's step, the appointment's status, the effect that put a task on the desk.</param>
/// <param name="StepId">The step whose message it answers, when known.</param>
/// <param name="Reply">What a reply means.</param>
public sealed record Signal(string Id, SignalKind Kind, DateTimeOffset At, string? Detail = null, string? StepId = null, Reply? Reply = null);

[JsonConverter(typeof(JsonStringEnumConverter<SignalKind>))]
public enum SignalKind
{
    /// <summary>The contact sent a message; detail = channel.</summary>
    [JsonStringEnumMemberName("replied")] Replied,
    /// <summary>A tracked link was clicked; detail = link id.</summary>
    [JsonStringEnumMemberName("clicked")] Clicked,
    /// <summary>An email was opened, clicked, bounced…; detail = event, step = the step that sent it.</summary>
    [JsonStringEnumMemberName("email")] EmailEvent,
    /// <summary>Something about the contact changed: conditions may have become true.</summary>
    [JsonStringEnumMemberName("changed")] FactsChanged,
    /// <summary>A goal's event came; step = the goal.</summary>
    [JsonStringEnumMemberName("goal")] GoalMet,
    /// <summary>The appointment was moved: waits bound to it start over.</summary>
    [JsonStringEnumMemberName("moved")] AppointmentMoved,
    /// <summary>The appointment ended badly; detail = cancelled, noshow or invalid.</summary>
    [JsonStringEnumMemberName("ended")] AppointmentEnded,
    /// <summary>The invoice was paid or voided; detail = status.</summary>
    [JsonStringEnumMemberName("paid")] InvoiceSettled,
    /// <summary>The invoice's due date changed.</summary>
    [JsonStringEnumMemberName("due")] InvoiceMoved,
    /// <summary>A person finished the piece of work that the step waits for; detail = effect id.</summary>
    [JsonStringEnumMemberName("task")] TaskDone,
    /// <summary>The contact was deleted.</summary>
    [JsonStringEnumMemberName("gone")] ContactGone,
    /// <summary>The contact sent a message that answers somebody else's question; detail = channel.</summary>
    [JsonStringEnumMemberName("wrote")] Wrote,
    /// <summary>Sending is allowed again; detail = the effect that was held.</summary>
    [JsonStringEnumMemberName("released")] Released,
}
