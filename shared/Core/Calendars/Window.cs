using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Hours in which something may happen, per weekday. A weekday without hours is closed. Times are local.</summary>
/// <remarks>JSON: <c>{"days":["mon","tue"],"from":"09:00","to":"17:00"}</c> for the same hours on each day, or
/// <c>{"hours":{"mon":[["09:00","12:00"],["13:00","17:00"]]}}</c>. <c>to</c> at or before <c>from</c> runs past midnight.</remarks>
public sealed record Window(ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> Hours);

/// <summary>One stretch of local time; <see cref="To"/> is exclusive, and at or before <see cref="From"/> means past midnight.</summary>
public readonly record struct OpenHours(TimeOnly From, TimeOnly To);

/// <summary>Dates on which actions stand still, both ends included; <see cref="Yearly"/> ranges come back every year.</summary>
public sealed record PauseRange(DateOnly From, DateOnly To, bool Yearly);
