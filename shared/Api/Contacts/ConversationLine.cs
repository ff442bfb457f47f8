using System.Text.Json.Serialization;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>A conversation as the inbox shows it.</summary>
/// <param name="Name">What the contact is called; without a name, the email address or phone number.</param>
public sealed record ConversationLine(string ContactId, string Name, bool Unread, bool Archived, LastMessage Last)
{
    const int MostWords = 200;

    internal static ConversationLine Of(Stored<Contact> contact, ConversationState? state, Stored<Message> last) => new(
        contact.Id, new[] { contact.Body.Name, contact.Body.Email, contact.Body.Phone }.FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? contact.Id,
        state is { Unread: true, Archived: false }, state?.Archived ?? false,
        new(last.Id, last.Body.At, last.Body.Direction, last.Body.Channel, last.Body.Status, last.Body.Subject, Cut(last.Body.Text)));

    internal ConversationLine Masked() => this with { Last = Last with { Subject = Hidden(Last.Subject), Text = Hidden(Last.Text) } };

    static string? Hidden(string? text) => string.IsNullOrEmpty(text) ? text : Revealing.Masked.Dots;

    static string? Cut(string? text) => text is { Length: > MostWords } ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostWords - 1]) ? MostWords - 1 : MostWords), "…") : text;
}

/// <summary>The newest message of a conversation.</summary>
/// <param name="Text">Its beginning; three dots for who may not read it.</param>
public sealed record LastMessage(string Id, DateTimeOffset At, Direction Direction, string Channel, MessageStatus Status, string? Subject, string? Text);

/// <summary>One part of the inbox.</summary>
/// <param name="Unread">How many conversations nobody has read since the contact wrote; 1000: so many, or more.</param>
public sealed record ConversationList(IReadOnlyList<ConversationLine> Items, string? Next, int Unread);

[JsonConverter(typeof(JsonStringEnumConverter<ConversationStatus>))]
enum ConversationStatus
{
    [JsonStringEnumMemberName("inbox")] Inbox,
    [JsonStringEnumMemberName("unread")] Unread,
    [JsonStringEnumMemberName("archived")] Archived,
}
