using System.Text.Json;

namespace AesthetixWorkflows.Core.Events;

/// <summary>Something that happened at a practice, from outside (a form, a booking, a reply) or inside (a tag was added).</summary>
/// <param name="Id">Ours, <c>evt_…</c>.</param>
/// <param name="Source">Where it came from; with <paramref name="SourceId"/> it is unique, so a repeat is dropped.</param>
/// <param name="Type">A stored trigger name such as <c>form.submitted</c>.</param>
/// <param name="ContactId">Null until it is matched to somebody.</param>
/// <param name="Data">Its facts by root: <c>{"contact":{…},"form":{…}}</c>, <c>{"appointment":{…}}</c>, <c>{"message":{…}}</c>.</param>
/// <param name="Depth">How many workflows in a row caused it: 0 from outside; the loop guard looks at it.</param>
/// <param name="CausedBy">The enrollment whose action caused it, when one did.</param>
public sealed record PracticeEvent(
    string Id, string Practice, string Source, string SourceId, string Type, DateTimeOffset At,
    string? ContactId, JsonElement Data, int Depth = 0, string? CausedBy = null);
