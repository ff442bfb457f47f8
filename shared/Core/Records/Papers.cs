using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Records;

/// <summary>What a contact owes.</summary>
public sealed record Invoice
{
    public required string ContactId { get; init; }
    public required string Title { get; init; }
    /// <summary>In the practice's currency.</summary>
    public required decimal Amount { get; init; }
    public decimal Paid { get; init; }
    public InvoiceStatus Status { get; init; } = InvoiceStatus.Draft;
    public DateTimeOffset? DueAt { get; init; }
    /// <summary>As the contact reads it on the invoice.</summary>
    public string? Number { get; init; }
    /// <summary>The template of the system that makes invoices.</summary>
    public string? TemplateId { get; init; }
    /// <summary>Where the contact sees and pays it.</summary>
    public string? Url { get; init; }
    public string? EnrollmentId { get; init; }
    /// <summary>The id under which another system knows it.</summary>
    public string? ExternalId { get; init; }
    /// <summary>When the latest news of it happened; older news that arrives later is stale.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    /// <summary>The due date for which it has become overdue: it does so once for each.</summary>
    public DateTimeOffset? OverdueFor { get; init; }

    /// <summary>It is out, is not paid, and its due day is still to end.</summary>
    [JsonIgnore]
    public bool IsAwaited => Status is InvoiceStatus.Sent or InvoiceStatus.Viewed or InvoiceStatus.PartiallyPaid && DueAt is not null && OverdueFor != DueAt;
}

/// <summary>A consent form or contract that a contact is to read and sign.</summary>
public sealed record Document
{
    public required string ContactId { get; init; }
    public required string Title { get; init; }
    /// <summary>The form's name in the system that shows it.</summary>
    public string? Form { get; init; }
    /// <summary>In the practice's currency, for a contract.</summary>
    public decimal? Value { get; init; }
    /// <summary>The id under which another system knows it.</summary>
    public string? ExternalId { get; init; }
    /// <summary>When the latest news of it happened; older news that arrives later is stale.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
    public DocumentStatus Status { get; init; } = DocumentStatus.Draft;
    public DateTimeOffset? DueAt { get; init; }
    /// <summary>Where the contact reads and signs it.</summary>
    public string? Url { get; init; }
    public string? EnrollmentId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<InvoiceStatus>))]
public enum InvoiceStatus
{
    [JsonStringEnumMemberName("draft")] Draft,
    [JsonStringEnumMemberName("sent")] Sent,
    [JsonStringEnumMemberName("viewed")] Viewed,
    [JsonStringEnumMemberName("partial")] PartiallyPaid,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("void")] Void,
}

[JsonConverter(typeof(JsonStringEnumConverter<DocumentStatus>))]
public enum DocumentStatus
{
    [JsonStringEnumMemberName("draft")] Draft,
    [JsonStringEnumMemberName("sent")] Sent,
    [JsonStringEnumMemberName("viewed")] Viewed,
    [JsonStringEnumMemberName("signed")] Signed,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("void")] Void,
}
