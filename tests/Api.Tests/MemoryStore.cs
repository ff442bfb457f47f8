using System.Globalization;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>A store in memory: enough of the contract for this surface. One lock, so commits are all or nothing.</summary>
sealed class MemoryStore : IStore
{
    readonly Lock _gate = new();
    readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Hash, int? Status, string? Body)> _answers = [];
    readonly List<PracticeEvent> _events = [];
    readonly SortedDictionary<string, StoredEnrollment> _enrollments = new(StringComparer.Ordinal);

    sealed record Row(string Practice, string Kind, string Id, string Json, IReadOnlyList<Lookup> Lookups, long Revision);

    public string? Broken { get; set; }
    /// <summary>Only writing fails; reading and idempotency keys still work.</summary>
    public bool ReadOnly { get; set; }
    public List<Change.Send> Sent { get; } = [];
    public IReadOnlyList<PracticeEvent> Events { get { lock (_gate) return [.. _events]; } }
    public void Seed(Enrollment enrollment) => _enrollments[enrollment.Id] = new(enrollment, 1, enrollment.EnrolledAt);

    public Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default)
    {
        lock (_gate)
        {
            Check();
            if (ReadOnly) throw new StoreUnavailableException("read-only");
            foreach (var change in changes.Changes)
                if (Obstacle(changes.Practice, change) is { } conflict) return Task.FromResult(Committed.Fine with { Ok = false, Conflict = conflict });
            var duplicates = new Dictionary<string, string>();
            foreach (var change in changes.Changes) Apply(changes.Practice, change, duplicates);
            return Task.FromResult(duplicates.Count == 0 ? Committed.Fine : new Committed(true, null, duplicates));
        }
    }

    string? Obstacle(string practice, Change change)
    {
        if (change is Change.Delete d) return d.ExpectedRevision is { } e && Row_(d.Practice ?? practice, d.Kind, d.Id)?.Revision != e ? "revision" : null;
        if (change is not Change.Put put) return null;
        var owner = put.Practice ?? practice;
        if (put.ExpectedRevision is { } expected && (Row_(owner, put.Kind, put.Id)?.Revision ?? 0) != expected) return "revision";
        return put.Lookups.Any(l => l.Unique && Of(owner, put.Kind).Any(r => r.Id != put.Id && r.Lookups.Contains(l))) ? "unique" : null;
    }

    void Apply(string practice, Change change, Dictionary<string, string> duplicates)
    {
        switch (change)
        {
            case Change.Put put:
                var owner = put.Practice ?? practice;
                _rows[Key(owner, put.Kind, put.Id)] = new(owner, put.Kind, put.Id, put.Json, put.Lookups, (Row_(owner, put.Kind, put.Id)?.Revision ?? 0) + 1);
                break;
            case Change.Delete delete: _rows.Remove(Key(delete.Practice ?? practice, delete.Kind, delete.Id)); break;
            case Change.Accept { Event: var e } when _events.Find(x => (x.Practice, x.Source, x.SourceId) == (e.Practice, e.Source, e.SourceId)) is { } known: duplicates[e.Id] = known.Id; break;
            case Change.Accept accept: _events.Add(accept.Event); break;
            case Change.Send send: Sent.Add(send); break;
            default: throw new NotSupportedException(change.GetType().Name);
        }
    }

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class
    {
        lock (_gate)
        {
            Check();
            return Task.FromResult(Row_(practice, kind.Name, id) is { } row ? Read(kind, row) : null);
        }
    }

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class
    {
        lock (_gate)
        {
            Check();
            return Task.FromResult(Of(practice, kind.Name).FirstOrDefault(r => r.Lookups.Any(l => l.Index == index && l.Value == value)) is { } row ? Read(kind, row) : null);
        }
    }

    public Task<AesthetixWorkflows.Catalogue.Acting.Page<T>> List<T>(Kind<T> kind, string practice, AesthetixWorkflows.Catalogue.Acting.Listing listing, CancellationToken ct = default) where T : class
    {
        lock (_gate)
        {
            Check();
            var rows = Of(practice, kind.Name).Where(r => listing.Index is null || r.Lookups.Any(l => l.Index == listing.Index && l.Value == listing.Value));
            var (items, next) = Paged(listing.Descending ? rows.Reverse() : rows, listing.Limit, listing.Cursor);
            return Task.FromResult(new AesthetixWorkflows.Catalogue.Acting.Page<T>([.. items.Select(r => Read(kind, r))], next));
        }
    }

    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) =>
        Task.FromResult(_enrollments.TryGetValue(id, out var stored) && stored.Enrollment.Practice == practice ? stored : null);

    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default)
    {
        Check();
        var (items, next) = Paged(_enrollments.Values.Reverse().Where(s => s.Enrollment is var e && e.Practice == practice
            && (query.WorkflowId is null || e.WorkflowId == query.WorkflowId) && (query.ContactId is null || e.ContactId == query.ContactId)
            && (query.Status is null || e.Status == query.Status)), query.Limit, query.Cursor);
        return Task.FromResult(new EnrollmentPage(items, next));
    }

    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyList<StoredEnrollment>>([.. _enrollments.Values.Where(s => s.Enrollment.Practice == practice && s.Enrollment.ContactId == contactId && s.Enrollment.IsLive)]);

    public Task<EventPage> ListEvents(string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default)
    {
        var (items, next) = Paged(Events.Reverse().Where(e => e.Practice == practice && (contactId is null || e.ContactId == contactId)), limit, cursor);
        return Task.FromResult(new EventPage([.. items.Select(e => new StoredEvent(e, null))], next));
    }

    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default)
    {
        lock (_gate)
        {
            Check();
            if (_answers.TryGetValue($"{practice}/{key}", out var known)) return Task.FromResult<IdempotentAnswer?>(new(known.Hash, known.Status, known.Body));
            _answers[$"{practice}/{key}"] = (bodyHash, null, null);
            return Task.FromResult<IdempotentAnswer?>(null);
        }
    }

    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default)
    {
        lock (_gate) _answers[$"{practice}/{key}"] = (_answers[$"{practice}/{key}"].Hash, status, body);
        return Task.CompletedTask;
    }

    public IEnumerable<string?> KeptAnswers => _answers.Values.Select(a => a.Body);
    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyList<LogLine>>([new(1, new(DateTimeOffset.UnixEpoch, Happened.Enrolled, null, 0))]);
    public Task<string?> WhyNotReady(CancellationToken ct = default) => Task.FromResult(Broken);

    public Task<EntryHistory> HistoryOf(string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) => throw new NotSupportedException();
    public Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default) => Task.FromResult(new LogPage([], null));
    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<StepCount>>([]);
    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) => Task.FromResult<IReadOnlyDictionary<EnrollmentStatus, long>>(new Dictionary<EnrollmentStatus, long>());
    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<string>>([.. _rows.Values.Where(r => r.Kind == Kinds.Practice.Name).Select(r => r.Id)]);
    }

    public Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) => Task.FromResult<LedgerRow?>(null);
    public Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default)
    {
        lock (_gate) return Task.FromResult(_events.Find(e => e.Practice == practice && e.Id == id) is { } e ? new StoredEvent(e, null) : null);
    }
    public Task<DateTimeOffset> TakeDripPlace(string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default) => throw new NotSupportedException();

    void Check()
    {
        if (Broken is not null) throw new StoreUnavailableException(Broken);
    }

    // A cursor that is not a number throws, as a store's may: garbled ones must not come this far.
    static (IReadOnlyList<T> Items, string? Next) Paged<T>(IEnumerable<T> all, int limit, string? cursor)
    {
        var skip = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var items = all.Skip(skip).Take(limit + 1).ToList();
        return items.Count <= limit ? (items, null) : (items[..limit], (skip + limit).ToString(CultureInfo.InvariantCulture));
    }

    static string Key(string practice, string kind, string id) => $"{practice}/{kind}/{id}";
    Row? Row_(string practice, string kind, string id) => _rows.GetValueOrDefault(Key(practice, kind, id));
    IEnumerable<Row> Of(string practice, string kind) => _rows.Values.Where(r => r.Practice == practice && r.Kind == kind);
    static Stored<T> Read<T>(Kind<T> kind, Row row) where T : class => new(row.Id, row.Revision, kind.Read(row.Json));
}
