using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Runtime.Statistics;

/// <summary>A workflow in figures.</summary>
/// <param name="At">When it was counted; figures are at most a minute old.</param>
/// <param name="Since">From when on triggers and what became of messages are counted. Enrollments and steps are counted for ever.</param>
/// <param name="Steps">As a reader of the workflow meets them, down the first path and then the next; deleted ones last.</param>
/// <param name="CutOffAt">There were too many events: those kept before this moment are not in the figures of triggers and messages.</param>
public sealed record WorkflowStats(
    DateTimeOffset At, DateTimeOffset Since, DateTimeOffset? CutOffAt, IReadOnlyDictionary<EnrollmentStatus, long> Enrollments,
    IReadOnlyList<TriggerStats> Triggers, IReadOnlyList<StepStats> Steps);

/// <param name="Seen">Events of its type.</param>
/// <param name="Reasons">Why the others did not match or did not enter, the most frequent ten.</param>
public sealed record TriggerStats(string Id, string Type, string? Name, int Seen, int Matched, IReadOnlyList<ReasonCount> Reasons);

/// <param name="Field">Of the filter row that stood in the way.</param>
/// <param name="Expected">What the row wants, in words.</param>
/// <param name="Found">What one of the events had instead.</param>
public sealed record ReasonCount(string Code, string Words, int Count, string? Field = null, string? Expected = null, string? Found = null, string? EventId = null);

/// <summary>One step, over all versions of the workflow.</summary>
/// <param name="Deleted">It is in no present version any more.</param>
/// <param name="Entered">Everybody who came there, whatever became of them: those who stand there, those for whom it came to an end of its
/// own (done, skipped, failed or unknown), and those who were taken out, moved or led away before it had.</param>
/// <param name="Waiting">Live enrollments that stand there now.</param>
/// <param name="Ways">Of branches and splits: how many took which.</param>
/// <param name="Messages">Of steps that send.</param>
public sealed record StepStats(
    string Id, string? Type, string? Name, bool Deleted, long Entered, long Waiting, long Done, long Skipped, long Failed, long Unknown, long TimedOut,
    IReadOnlyList<CodeCount> SkippedBy, IReadOnlyList<CodeCount> FailedBy, IReadOnlyList<CodeCount> Ways, MessageStats? Messages);

public sealed record CodeCount(string Code, string Words, long Count);

/// <param name="Sent">For ever; the others since <see cref="WorkflowStats.Since"/>.</param>
/// <param name="Failed">Refused at once, or reported later as bounced, dropped or not delivered.</param>
/// <param name="Delivered">Told so by the provider, of the latest messages of the step.</param>
/// <param name="Replied">Enrollments whose next wait was ended by a reply.</param>
public sealed record MessageStats(long Sent, long Delivered, long Opened, long Clicked, long Replied, long Unsubscribed, long Failed);
