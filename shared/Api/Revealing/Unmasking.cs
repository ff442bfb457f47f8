using System.Collections.Concurrent;
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

    /// <summary>As <see cref="Asked"/>, for what a caller with the scope sees unasked.</summary>
    public async Task<bool> May(Caller caller, string subject, string? detail, CancellationToken ct)
    {
        if (!caller.Scopes.Contains(Scopes.Reveal)) return false;
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "data.revealed", subject, detail), ct);
        return true;
    }

    /// <summary>Whoever may write to patients may read what they write, and whoever may reveal; for others a conversation is masked
    /// like every list. Written down once an hour and contact, since an open conversation is asked for every few seconds.</summary>
    public Task<bool> Reads(Caller caller, string contactId, CancellationToken ct) => Sits(caller, contactId, "conversation", ct);

    /// <summary>The same, for the list of all conversations with the last words of each.</summary>
    public Task<bool> ReadsAll(Caller caller, CancellationToken ct) => Sits(caller, "conversations", null, ct);

    /// <summary>The same, for words to and from patients in another list.</summary>
    public Task<bool> ReadsAll(Caller caller, string list, CancellationToken ct) => Sits(caller, list, null, ct);

    async Task<bool> Sits(Caller caller, string subject, string? detail, CancellationToken ct)
    {
        if (!caller.Scopes.Contains(Scopes.ContactsWrite) && !caller.Scopes.Contains(Scopes.Reveal)) return false;
        var (reader, now) = ((caller.Practice, caller.KeyId, subject), clock.GetUtcNow());
        if (_reading.TryGetValue(reader, out var since) && now - since < Sitting) return true;
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "data.revealed", subject, detail), ct);
        if (_reading.Count >= MostReaders) _reading.Clear();
        _reading[reader] = now;
        return true;
    }

    static readonly TimeSpan Sitting = TimeSpan.FromHours(1);
    const int MostReaders = 10_000;
    readonly ConcurrentDictionary<(string Practice, string Key, string Subject), DateTimeOffset> _reading = new();
}
