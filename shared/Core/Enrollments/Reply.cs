namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>What the contact answered, as an enrollment remembers it: a code and the id of the message, never its text.</summary>
/// <param name="Intent">A word of <see cref="Replies.ReplyIntents"/>.</param>
/// <param name="Number">The number that was answered, where it was one.</param>
public sealed record Reply(string MessageId, string? Channel, string Intent, int? Number, DateTimeOffset At);
