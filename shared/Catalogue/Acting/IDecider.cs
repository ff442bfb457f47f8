using System.Collections.Immutable;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>A model that chooses between the branches of an <c>ai.decide</c> step. A host without one takes the default branch.</summary>
public interface IDecider
{
    /// <returns>Null when it cannot say.</returns>
    Task<Decided?> Decide(DecisionAsked asked, CancellationToken ct);
}

/// <param name="Instructions">What to decide, in the practice's words.</param>
/// <param name="Context">What is known, merge fields filled in.</param>
public sealed record DecisionAsked(string Instructions, string? Context, ImmutableArray<DecisionBranch> Branches);

public sealed record DecisionBranch(string Id, string? Description);

/// <param name="Branch">The id of one of the branches; null when it cannot say.</param>
/// <param name="Reason">Why; when it cannot say, as a code: <c>model.timeOut</c>.</param>
public sealed record Decided(string? Branch, string? Reason);
