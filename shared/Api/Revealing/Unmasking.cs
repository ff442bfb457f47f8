using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Revealing;

/// <summary>Shows what is masked to whoever may see it, and writes down who has. The audit line is kept before anything is
/// shown: without it there is no answer.</summary>
sealed class Unmasking(IStore store, IIdSource ids, TimeProvider clock)
{
    /// <param name="reveal">As the query says.</param>
    /// <param name="subject">The record's id, or the name of a list.</param>
    /// <param name="detail">Which part of the list: ids only, no names.</param>
    /// <returns>Whether it is to be shown as it is.</returns>
    public async Task<bool> Asked(Caller caller, string? reveal, string subject, string? detail, CancellationToken ct)
    {
        if (!Query.Flag("reveal", reveal)) return false;
        if (!caller.Scopes.Contains(Scopes.Reveal)) throw new RefusedException(new(Codes.ScopeMissing, $"The key needs {Scopes.Reveal}."));
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "data.revealed", subject, detail), ct);
        return true;
    }
}
