using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A patient, or someone who may become one.</summary>
public sealed record Contact
{
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    /// <summary>Normalised: trimmed, lower case. Unique within a practice.</summary>
    public string? Email { get; init; }
    /// <summary>E.164. Unique within a practice.</summary>
    public string? Phone { get; init; }
    public DateOnly? DateOfBirth { get; init; }
    public string? Type { get; init; }
    public string? Source { get; init; }
    public string? Company { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? PostalCode { get; init; }
    public string? Country { get; init; }
    /// <summary>IANA zone; null: the practice's, and texts keep the hours of wherever the contact may be.</summary>
    public string? TimeZone { get; init; }
    /// <summary>The user who looks after this contact.</summary>
    public string? AssignedTo { get; init; }
    /// <summary>Users who want to know about this contact without looking after it.</summary>
    public ImmutableArray<string> Followers { get => field.IsDefault ? [] : field; init; } = [];
    /// <summary>How engaged the contact is, in points.</summary>
    public decimal Score { get; init; }
    public ImmutableArray<string> Tags { get; init; } = [];
    public ImmutableDictionary<string, JsonElement> Fields { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableArray<DoNotDisturb> Dnd { get; init; } = [];
    public ImmutableArray<Consent> Consents { get; init; } = [];
    /// <summary>Who receives this contact's messages instead: a parent, a carer. Id of another contact.</summary>
    public string? GuardianId { get; init; }
    /// <summary>When a text last said who writes and how to opt out.</summary>
    public DateTimeOffset? OptOutToldAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public string Name => $"{FirstName} {LastName}".Trim();
}

/// <summary>"Do not contact me this way", with its reason as proof.</summary>
/// <param name="Channel"><c>sms email call</c> or <c>all</c>.</param>
/// <param name="Reason"><c>stop</c>, <c>unsubscribed</c>, <c>bounced</c>, <c>staff</c>, <c>workflow</c> …</param>
/// <param name="Proof">The event that it comes from.</param>
public sealed record DoNotDisturb(string Channel, string Reason, DateTimeOffset Since, string? Proof = null);

/// <summary>A permission given or refused. The latest entry of a channel and purpose counts; nothing is ever taken out.</summary>
/// <param name="Purpose"><c>care marketing</c>, or <c>all</c>: the contact's own STOP or START, which do-not-disturb carries out.</param>
/// <param name="Source">How: <c>form</c>, <c>stop</c>, <c>start</c>, a key's name …</param>
/// <param name="Text">What was shown to the person.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Proof">The event that it comes from.</param>
public sealed record Consent(
    string Channel, string Purpose, bool Granted, DateTimeOffset At, string Source, string? Text = null, string? Ip = null, string? By = null, string? Proof = null);

/// <summary>How the conversation with a contact stands on the desk. Record id = the contact's; without a record all is read.</summary>
public sealed record ConversationState(bool Unread, bool Archived, DateTimeOffset ChangedAt);

/// <summary>A contact that a workflow deleted, kept so that a person can bring it back. Record id = the contact's.</summary>
public sealed record DeletedContact(Contact Contact, DateTimeOffset DeletedAt, string EnrollmentId);
