using System.Collections.Immutable;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Records;

/// <summary>An API key. Only its SHA-256 is kept.</summary>
public sealed record ApiKey(string Name, string Hash, ImmutableArray<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt = null);

/// <summary>An address that other systems post to.</summary>
/// <param name="Key">The opaque last part of <c>/hooks/{key}</c>.</param>
/// <param name="Verification">How calls prove themselves: <c>none token basic standard-webhooks stripe twilio sendgrid calendly typeform hmac-sha256</c>.</param>
/// <param name="EventType">What a call means: <c>form.submitted</c>, <c>appointment.booked</c>, <c>webhook.received</c> …</param>
/// <param name="Mapping">Target field → source path; empty: a sensible guess.</param>
/// <param name="Constants">Fields every event of this hook carries, e.g. <c>form.id</c>.</param>
public sealed record Hook(
    string Name, string Key, string Verification, ImmutableArray<string> Secrets, string EventType,
    ImmutableDictionary<string, string> Mapping, ImmutableDictionary<string, string> Constants,
    JsonElement? LastSample, DateTimeOffset CreatedAt, bool Enabled = true, long Refused = 0, string? SignatureHeader = null);

/// <summary>One line of the audit log; appended, never changed, and never deleted: the law asks for six years.</summary>
/// <param name="Before">How it was, where that can be said in a few words without personal data.</param>
/// <param name="After">How it is since.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Action, string Subject, string? Detail, string? Before = null, string? After = null);

/// <summary>A delivery of an outgoing webhook or request.</summary>
public sealed record Delivery(
    string Url, string Method, string EffectId, string? EnrollmentId, string? ContactId, int Attempt, int? Status, string? Code,
    string? RequestBody, string? AnswerBody, long TookMs, DateTimeOffset At);

/// <summary>What a step produced for later steps: <c>{{steps.s1.response.id}}</c>. Record id = enrollment / step.</summary>
public sealed record StepOutput(JsonElement Values);

/// <summary>The side of a split that a contact keeps. Record id = workflow / step / contact.</summary>
public sealed record SplitSide(string ShareId);
