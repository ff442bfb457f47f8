using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Testing;

/// <summary>What to try out, and on whom.</summary>
/// <param name="Version">A published version; the draft when left out.</param>
/// <param name="ContactId">A contact of the practice. With neither this nor <paramref name="Contact"/>, the event must say whose it is.</param>
/// <param name="Contact">Somebody made up, who is kept nowhere.</param>
/// <param name="AsIfNew">Forget which workflows the contact is or was in.</param>
/// <param name="Event">What starts it; left out, the contact is added by hand.</param>
/// <param name="Script">What happens meanwhile.</param>
/// <param name="Answers">By step: what the other system answers to its calls; 200 when left out.</param>
/// <param name="StartAt">Now when left out.</param>
/// <param name="Horizon">How far to look ahead: ISO 8601, at most ten years; a year when left out.</param>
public sealed record SimulationWish(
    int? Version = null, string? ContactId = null, Contact? Contact = null, bool AsIfNew = false, EventWish? Event = null,
    IReadOnlyList<ScriptWish>? Script = null, IReadOnlyDictionary<string, AnswerWish>? Answers = null, DateTimeOffset? StartAt = null, string? Horizon = null);

/// <summary>An event as a booking system, a form or a patient would cause it. In a script also <c>callback.received</c> with
/// <c>{"stepId":…,"body":{…}}</c>: the system that this step has called answers.</summary>
/// <param name="Data">Facts by root: <c>{"form":{…}}</c>, <c>{"appointment":{…}}</c>, <c>{"message":{…}}</c>.</param>
public sealed record EventWish(string? Type = null, JsonElement? Data = null);

/// <param name="After">ISO 8601, counted from the start.</param>
public sealed record ScriptWish(string? After = null, EventWish? Event = null);

public sealed record AnswerWish(int? Status = null, string? Body = null);

/// <summary>Between which moments to look at kept events.</summary>
/// <param name="Version">A published version; the draft when left out.</param>
/// <param name="To">Now when left out.</param>
/// <param name="Examples">How many of each outcome are named, 0 to 50; 5 when left out.</param>
public sealed record BacktestWish(DateTimeOffset? From = null, DateTimeOffset? To = null, int? Version = null, int? Examples = null);
