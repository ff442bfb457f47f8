using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Records;

/// <summary>What was reported of a visit before its booking was. Record id = the id by which the reporting system knows it.</summary>
/// <param name="EventIds">The events that wait for the booking, in the order in which they came.</param>
/// <param name="Booking">The event of the booking that has taken them.</param>
public sealed record EarlyVisit(ImmutableArray<string> EventIds, DateTimeOffset Since, string? Booking = null);
