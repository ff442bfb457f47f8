using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>What a caller may set on a contact. Consents have an address of their own, for each is a proof that is added and never edited.</summary>
public sealed record ContactFields(
    string? FirstName = null, string? LastName = null, string? Email = null, string? Phone = null, DateOnly? DateOfBirth = null,
    string? Type = null, string? Source = null, string? Company = null, string? Address = null, string? City = null, string? State = null,
    string? PostalCode = null, string? Country = null, string? TimeZone = null, string? AssignedTo = null,
    ImmutableArray<string>? Tags = null, IReadOnlyDictionary<string, JsonElement>? Fields = null, ImmutableArray<DoNotDisturb>? Dnd = null,
    ImmutableArray<string>? Followers = null, decimal? Score = null, string? GuardianId = null);

/// <summary>What a caller may set on the conversation with a contact.</summary>
public sealed record ConversationFields(bool? Unread = null, bool? Archived = null);

/// <summary>Tags to add; those the contact has already stay as they are.</summary>
public sealed record TagWish(ImmutableArray<string>? Tags = null);

/// <summary>A remark to keep on the contact.</summary>
public sealed record NoteWish(string? Text = null);

/// <summary>A permission given or withdrawn, with its proof.</summary>
/// <param name="Granted">False withdraws it.</param>
/// <param name="Text">The wording that the person agreed to.</param>
public sealed record ConsentWish(string? Channel = null, string? Purpose = null, bool? Granted = null, string? Source = null, string? Text = null, string? Ip = null);

/// <summary>The workflow to put the contact in, and not before when.</summary>
public sealed record EnrollWish(string? WorkflowId = null, DateTimeOffset? StartAt = null);

/// <summary>The enrollment that was begun.</summary>
public sealed record Enrolled(string EnrollmentId);
