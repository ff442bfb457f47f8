using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>What a definition would have made of the events that were kept.</summary>
/// <param name="Events">How many were looked at: those of its triggers' types.</param>
/// <param name="Matched">How many a trigger would have let in.</param>
/// <param name="Enrolled">How many of those would have been admitted.</param>
/// <param name="Contacts">How many different people that is.</param>
/// <param name="Enrollments">The first of them.</param>
/// <param name="CutOffAt">Events kept before this moment were not looked at: there are too many.</param>
/// <param name="Assumes">What the answer takes for granted.</param>
public sealed record BacktestReport(
    DateTimeOffset From, DateTimeOffset To, int Events, int Matched, int Enrolled, int Contacts,
    IReadOnlyList<TriggerCount> Triggers, IReadOnlyList<BacktestExample> Enrollments, IReadOnlyList<NotEnrolled> NotEnrolled,
    DateTimeOffset? CutOffAt, IReadOnlyList<string> Assumes);

/// <param name="Events">Events of its type.</param>
public sealed record TriggerCount(string Id, string Type, string? Name, int Events, int Matched, int Enrolled);

/// <param name="Rows">The rows of the filter that did not hold, and what was there instead.</param>
public sealed record BacktestExample(string EventId, DateTimeOffset At, string? ContactId, string? TriggerId, IReadOnlyList<FailedRow>? Rows = null);

/// <summary>One reason why events would not have enrolled anybody.</summary>
/// <param name="Code"><c>trigger.filter trigger.disabled entry.already entry.once entry.loop unmatched:… stale</c></param>
/// <param name="TriggerId">For reasons that are one trigger's.</param>
public sealed record NotEnrolled(string Code, string Words, string? TriggerId, int Count, IReadOnlyList<BacktestExample> Examples);
