using System.Text.Json;
using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Runtime.CloudEvents;

/// <summary>One event in the form of CloudEvents 1.0. <paramref name="Source"/> and <paramref name="Id"/> together are unique.</summary>
/// <param name="Id">The sender's id of it.</param>
/// <param name="Source">Where it happened: a URI reference.</param>
/// <param name="Type">What happened: a stored trigger name, such as <c>form.submitted</c>.</param>
/// <param name="Time">When; null when the sender does not say.</param>
/// <param name="Subject">What it is about within the source, such as a contact id.</param>
/// <param name="Data">A JSON object; empty when the event carries none.</param>
/// <param name="Practice">The extension attribute <c>practice</c>: whose event it is. Only a queue, which has no keys, looks at it.</param>
/// <param name="EventId">The extension attribute <c>eventid</c>: the id under which one of our own doors promised to keep it.</param>
public sealed record CloudEvent(
    string Id, string Source, string Type, DateTimeOffset? Time, string? Subject, JsonElement Data, string? Practice = null, string? EventId = null)
{
    /// <summary>As our own doors take it. A subject that is one of our contacts says who it is about.</summary>
    public IncomingEvent Incoming(DateTimeOffset now) =>
        new(Source, Id, Type, Time ?? now, Data, Subject?.StartsWith("con_", StringComparison.Ordinal) == true ? Subject : null);
}
