namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Others kept writing what an event needs, each time before it was written. No bug and nothing lost: it is to be tried again later.</summary>
public sealed class KeepsConflictingException(string eventId, string? conflict) : Exception($"The event {eventId} keeps conflicting: {conflict}");
