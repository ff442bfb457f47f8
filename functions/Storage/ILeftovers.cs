namespace AesthetixWorkflows.Functions.Storage;

/// <summary>What was committed and perhaps never carried on, because a process ended between the commit and the call that
/// tells Durable Functions or the queue of it. A timer function looks here every minute.</summary>
public interface ILeftovers
{
    /// <param name="before">Only what was committed before this moment: the rest is still under way.</param>
    Task<Leftovers> Find(string practice, DateTimeOffset before, int limit, CancellationToken ct = default);

    /// <summary>The enrollment's orchestration exists; it need not be looked for any more.</summary>
    Task Started(string practice, string enrollmentId, CancellationToken ct = default);
}

/// <param name="Events">Ids of events that are kept and not routed.</param>
/// <param name="Starts">Ids of enrollments that were written, and of whose orchestration nobody said that it was started.</param>
/// <param name="Inputs">Inputs that nobody has taken.</param>
public sealed record Leftovers(IReadOnlyList<string> Events, IReadOnlyList<string> Starts, IReadOnlyList<LeftInput> Inputs);

public sealed record LeftInput(string EnrollmentId, string InputId);
