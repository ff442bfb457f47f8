namespace AesthetixWorkflows.Core.Records;

/// <summary>A message text that steps may name instead of having one of their own.</summary>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
public sealed record MessageTemplate(string Name, string Channel, string? Subject, string Body, string? Html = null, string? Preheader = null);

/// <summary>A link whose clicks are followed.</summary>
/// <param name="Key">What texts call it: <c>{{link.price-list}}</c>. Unique within a practice.</param>
public sealed record TrackedLink(string Name, string Url, string? Key = null);
