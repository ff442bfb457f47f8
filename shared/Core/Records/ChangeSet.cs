using System.Collections.ObjectModel;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Records;

/// <summary>Changes that happen together or not at all. Listed in an order that is safe one by one too, for stores
/// that cannot span everything with one transaction.</summary>
public sealed class ChangeSet(string practice)
{
    readonly List<Change> _changes = [];

    public string Practice { get; } = practice;
    public IReadOnlyList<Change> Changes => _changes;
    public bool IsEmpty => _changes.Count == 0;

    public ChangeSet Add(Change change)
    {
        _changes.Add(change);
        return this;
    }

    public ChangeSet AddAll(ChangeSet other)
    {
        _changes.AddRange(other._changes);
        return this;
    }

    /// <summary>Writes a record. Revision 0: it must be new; null: whatever is there is replaced; otherwise it must match.</summary>
    public ChangeSet Put<T>(Kind<T> kind, string id, T body, long? expectedRevision = null) where T : class =>
        Add(new Change.Put(kind.Name, id, kind.Write(body), [.. kind.Lookups(body)], expectedRevision));

    /// <exception cref="InvalidOperationException">Of the audit log nothing is ever deleted.</exception>
    public ChangeSet Delete<T>(Kind<T> kind, string id, long? expectedRevision = null) where T : class =>
        kind.Name != Kinds.Audit.Name ? Add(new Change.Delete(kind.Name, id, expectedRevision)) : throw new InvalidOperationException("The audit log is kept.");
}

/// <summary>One write.</summary>
public abstract record Change
{
    private Change() { }

    /// <param name="Practice">Set when the record lives under another practice than the change set's (keys and hooks: <c>*</c>).</param>
    public sealed record Put(string Kind, string Id, string Json, IReadOnlyList<Lookup> Lookups, long? ExpectedRevision, string? Practice = null) : Change;

    public sealed record Delete(string Kind, string Id, long? ExpectedRevision, string? Practice = null) : Change;

    /// <summary>An event is kept, to be routed. A second one with the same source and source id changes nothing and is
    /// reported in <see cref="Committed.Duplicates"/>.</summary>
    public sealed record Accept(PracticeEvent Event) : Change;

    /// <summary>The event has been routed: who it concerned, and why not when it was nobody.</summary>
    /// <param name="Rewritten">The event's data has our ids in it now and is to be kept anew.</param>
    public sealed record Routed(PracticeEvent Event, string? ContactId, string Result, bool Rewritten = false) : Change;

    /// <summary>A new enrollment. Refused (conflict) when a live one with the same workflow, contact and scope exists and <paramref name="Alone"/> is set.</summary>
    public sealed record Enroll(Enrollment Enrollment, bool Alone) : Change;

    /// <summary>The enrollment after one or more transitions. Refused when its revision is not the expected one.</summary>
    public sealed record Save(Enrollment Enrollment, long ExpectedRevision) : Change;

    /// <summary>History lines of an enrollment, in order.</summary>
    public sealed record Log(string EnrollmentId, IReadOnlyList<LogEntry> Entries) : Change;

    /// <summary>An input for an enrollment, kept until it has been taken. Same id twice = once.</summary>
    public sealed record Send(string EnrollmentId, string InputId, Input Input) : Change;

    /// <summary>The input has been taken into account; part of the same set as <see cref="Save"/>.</summary>
    public sealed record Taken(string EnrollmentId, string InputId) : Change;

    /// <summary>The ledger row written before a provider is called. Refused (conflict) when the effect has a row already.</summary>
    /// <param name="Again">The effect is tried once more: refused unless its row says that it surely failed, and from then on
    /// nobody knows again.</param>
    public sealed record Claim(string EffectId, DateTimeOffset At, string? Ref, bool Again = false) : Change;

    /// <summary>The ledger row after the provider answered.</summary>
    public sealed record Settle(string EffectId, DateTimeOffset At, Outcome Outcome) : Change;
}

/// <summary>How a commit ended. Conflict: nothing of the set was written.</summary>
/// <param name="Duplicates">Events that were there already: the id they would have had → the id they have.</param>
public sealed record Committed(bool Ok, string? Conflict, IReadOnlyDictionary<string, string> Duplicates)
{
    public static readonly Committed Fine = new(true, null, ReadOnlyDictionary<string, string>.Empty);
}
