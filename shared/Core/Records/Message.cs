using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Records;

/// <summary>One message that went out to or came in from a contact (or a member of the team).</summary>
public sealed record Message
{
    public string? ContactId { get; init; }
    /// <summary><c>email</c>, <c>sms</c> or <c>inapp</c>.</summary>
    public required string Channel { get; init; }
    public required Direction Direction { get; init; }
    public required MessageStatus Status { get; init; }
    /// <summary><c>care</c>, <c>marketing</c> or <c>team</c>.</summary>
    public string? Purpose { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? ReplyTo { get; init; }
    public ImmutableArray<string>? Cc { get; init; }
    public ImmutableArray<string>? Bcc { get; init; }
    /// <summary>Where the contact leaves the mailing; marketing emails name it in their headers too.</summary>
    public string? Unsubscribe { get; init; }
    /// <summary>What the tracked addresses in its text lead to; an address names its place in this list.</summary>
    public ImmutableArray<MessageLink>? Links { get; init; }
    /// <summary>True: clicks on the links of this email are followed; false: they are left as they are; null: as the provider is set up.</summary>
    public bool? TrackClicks { get; init; }
    /// <summary>What the message is for, when its step says: <c>review invoice document</c>.</summary>
    public string? About { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }
    public string? Html { get; init; }
    public int? Segments { get; init; }
    public string? EnrollmentId { get; init; }
    public string? WorkflowId { get; init; }
    public string? StepId { get; init; }
    public string? EffectId { get; init; }
    public string? ProviderId { get; init; }
    /// <summary>Why it failed or what is unknown, as a code.</summary>
    public string? Code { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A link that was sent, by an address of ours that tells when it is clicked.</summary>
/// <param name="Id">The tracked link's; null for an address that was written into the text as it is.</param>
public sealed record MessageLink(string? Id, string Url);

[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    [JsonStringEnumMemberName("out")] Out,
    [JsonStringEnumMemberName("in")] In,
}

[JsonConverter(typeof(JsonStringEnumConverter<MessageStatus>))]
public enum MessageStatus
{
    /// <summary>Handed to the provider, its answer not yet kept.</summary>
    [JsonStringEnumMemberName("sending")] Sending,
    [JsonStringEnumMemberName("sent")] Sent,
    [JsonStringEnumMemberName("delivered")] Delivered,
    [JsonStringEnumMemberName("failed")] Failed,
    /// <summary>The provider may have accepted it; never sent again by itself.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("received")] Received,
}
