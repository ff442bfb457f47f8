using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>A store in memory under one lock, for what is around the store. Held by the same specification as the real ones.</summary>
sealed class MemoryStore : IStore, ILeftovers, IEarlierEvents
{
    readonly Lock _gate = new();
    readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, StoredEnrollment> _enrollments = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<LogLine>> _logs = [];
    readonly List<(string Practice, string Enrollment, InboxRow Row)> _inbox = [];
    readonly Dictionary<string, LedgerRow> _ledger = [];
    readonly List<StoredEvent> _events = [];
    readonly HashSet<string> _unstarted = [];
    readonly Dictionary<string, IdempotentAnswer> _answers = [];
    readonly Dictionary<string, DateTimeOffset> _drips = [];

    sealed record Row(string Practice, string Kind, string Id, string Json, IReadOnlyList<Lookup> Lookups, long Revision);

    public AzureParts.Afterwards? Afterwards { get; set; }
    /// <summary>Every call fails.</summary>
    public bool Away { get; set; }
    /// <summary>Asked before each commit: what it throws, the commit throws.</summary>
    public Action<ChangeSet>? Before { get; set; }
    /// <summary>Ids of events and enrollments whose rows nobody can read.</summary>
    public HashSet<string> Unreadable { get; } = [];
    public IReadOnlyList<StoredEvent> Events { get { lock (_gate) return [.. _events]; } }

    public async Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default)
    {
        if (changes.Changes.OfType<Change.Save>().Any(save => save.Enrollment.Practice != changes.Practice)) throw new ArgumentException("Another practice's.");
        Committed committed;
        lock (_gate)
        {
            Check();
            Before?.Invoke(changes);
            var undo = Snapshot();
            var duplicates = new Dictionary<string, string>();
            foreach (var change in changes.Changes)
            {
                if (Obstacle(changes.Practice, change) is { } conflict)
                {
                    undo();
                    return new(false, conflict, Committed.Fine.Duplicates);
                }
                Apply(changes.Practice, change, duplicates);
            }
            committed = new(true, null, duplicates);
        }
        if (Afterwards is not null) await Afterwards(changes, committed, ct);
        return committed;
    }

    /// <summary>One change of a set may see another; a set that is refused leaves nothing.</summary>
    Action Snapshot()
    {
        var (inbox, events, unstarted) = (_inbox.ToList(), _events.ToList(), _unstarted.ToList());
        var (rows, enrollments, ledger, logs) = (_rows.ToList(), _enrollments.ToList(), _ledger.ToList(), _logs.ToDictionary(l => l.Key, l => l.Value.ToList()));
        return () =>
        {
            Back(_rows, rows);
            Back(_enrollments, enrollments);
            Back(_ledger, ledger);
            Back(_logs, logs);
            Back(_inbox, inbox);
            Back(_events, events);
            Back(_unstarted, unstarted);
        };

        static void Back<T>(ICollection<T> into, IEnumerable<T> from)
        {
            into.Clear();
            foreach (var entry in from) into.Add(entry);
        }
    }

    string? Obstacle(string practice, Change change) => change switch
    {
        Change.Put put when put.ExpectedRevision is { } expected && (Of(put.Practice ?? practice, put.Kind, put.Id)?.Revision ?? 0) != expected => "revision",
        Change.Put put when put.Lookups.Any(l => l.Unique && All(put.Practice ?? practice, put.Kind).Any(r => r.Id != put.Id && r.Lookups.Contains(l))) => "unique",
        Change.Delete delete when delete.ExpectedRevision is { } expected && Of(delete.Practice ?? practice, delete.Kind, delete.Id)?.Revision != expected => "revision",
        Change.Routed routed when _events.Find(e => e.Event.Practice == practice && e.Event.Id == routed.Event.Id) is { Result: not null and not EventPage.GivenUp } => "routed",
        Change.Enroll { Enrollment: var e } when _enrollments.ContainsKey(Key(practice, e.Id)) => "enrollment",
        Change.Enroll { Alone: true, Enrollment: var e } when Mine(practice).Any(s => s.Enrollment is { IsLive: true } x && (x.WorkflowId, x.ContactId, x.ScopeKey) == (e.WorkflowId, e.ContactId, e.ScopeKey)) => "live",
        Change.Save save when _enrollments.GetValueOrDefault(Key(practice, save.Enrollment.Id))?.Revision != save.ExpectedRevision => "revision",
        Change.Log log when !_enrollments.ContainsKey(Key(practice, log.EnrollmentId)) => "enrollment",
        Change.Claim claim when claim.Again != (_ledger.GetValueOrDefault(Key(practice, claim.EffectId)) is { Outcome: Core.Machine.Outcome.Failed }) || (!claim.Again && _ledger.ContainsKey(Key(practice, claim.EffectId))) => "claimed",
        _ => null,
    };

    void Apply(string practice, Change change, Dictionary<string, string> duplicates)
    {
        switch (change)
        {
            case Change.Put put:
                var owner = put.Practice ?? practice;
                _rows[Key(owner, put.Kind, put.Id)] = new(owner, put.Kind, put.Id, put.Json, put.Lookups, (Of(owner, put.Kind, put.Id)?.Revision ?? 0) + 1);
                break;
            case Change.Delete delete: _rows.Remove(Key(delete.Practice ?? practice, delete.Kind, delete.Id)); break;
            case Change.Accept { Event: var e } when Earlier(e.Practice, e.Source, e.SourceId) is { } known: duplicates[e.Id] = known; break;
            case Change.Accept accept: _events.Add(new(accept.Event, null)); break;
            case Change.Routed routed:
                var at = _events.FindIndex(e => e.Event.Practice == practice && e.Event.Id == routed.Event.Id);
                if (at < 0) _events.Add(new(routed.Event with { ContactId = routed.ContactId }, routed.Result));
                else _events[at] = new((routed.Rewritten ? routed.Event : _events[at].Event) with { ContactId = routed.ContactId }, routed.Result);
                break;
            case Change.Enroll { Enrollment: var e }:
                _enrollments[Key(practice, e.Id)] = new(e, 1, e.EnrolledAt);
                _unstarted.Add(Key(practice, e.Id));
                break;
            case Change.Save save: _enrollments[Key(practice, save.Enrollment.Id)] = new(save.Enrollment, save.ExpectedRevision + 1, DateTimeOffset.UtcNow); break;
            case Change.Log log:
                if (!_logs.TryGetValue(Key(practice, log.EnrollmentId), out var lines)) _logs[Key(practice, log.EnrollmentId)] = lines = [];
                foreach (var entry in log.Entries) lines.Add(new(lines.Count + 1, entry));
                break;
            case Change.Send send when !_inbox.Any(r => r.Practice == practice && r.Enrollment == send.EnrollmentId && r.Row.InputId == send.InputId):
                _inbox.Add((practice, send.EnrollmentId, new(send.InputId, send.Input)));
                break;
            case Change.Taken taken: _inbox.RemoveAll(r => r.Practice == practice && r.Enrollment == taken.EnrollmentId && r.Row.InputId == taken.InputId); break;
            case Change.Claim claim: _ledger[Key(practice, claim.EffectId)] = new(claim.EffectId, claim.At, claim.Ref, null); break;
            case Change.Settle settle:
                _ledger[Key(practice, settle.EffectId)] = (_ledger.GetValueOrDefault(Key(practice, settle.EffectId)) ?? new(settle.EffectId, settle.At, null, null)) with { Outcome = settle.Outcome };
                break;
        }
    }

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class => Ask(() => Of(practice, kind.Name, id) is { } row ? Read(kind, row) : null);
    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        Ask(() => All(practice, kind.Name).FirstOrDefault(r => r.Lookups.Any(l => l.Index == index && l.Value == value)) is { } row ? Read(kind, row) : null);
    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class => Ask(() =>
    {
        var rows = All(practice, kind.Name).Where(r => listing.Index is null || r.Lookups.Any(l => l.Index == listing.Index && l.Value == listing.Value));
        var (items, next) = Paged(listing.Descending ? rows.Reverse() : rows, r => r.Id, listing.Limit, listing.Cursor);
        return new Page<T>([.. items.Select(r => Read(kind, r))], next);
    });
    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) =>
        Unreadable.Contains(id) ? Task.FromException<StoredEnrollment?>(new System.Text.Json.JsonException("not an enrollment")) : Ask(() => _enrollments.GetValueOrDefault(Key(practice, id)));
    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery q, CancellationToken ct = default) => Ask(() =>
    {
        var (items, next) = Paged(Mine(practice).Reverse().Where(s => s.Enrollment is var e && (q.WorkflowId is null || e.WorkflowId == q.WorkflowId) && (q.ContactId is null || e.ContactId == q.ContactId)
            && (q.Status is null || e.Status == q.Status) && (q.StepId is null || e.StepId == q.StepId) && (q.From is null || e.EnrolledAt >= q.From) && (q.To is null || e.EnrolledAt < q.To)), s => s.Enrollment.Id, q.Limit, q.Cursor);
        return new EnrollmentPage(items, next);
    });
    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) =>
        Ask<IReadOnlyList<StoredEnrollment>>(() => [.. Mine(practice).Where(s => s.Enrollment.ContactId == contactId && s.Enrollment.IsLive)]);
    public Task<EntryHistory> HistoryOf(string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) => Ask(() =>
    {
        var ofWorkflow = Mine(practice).Where(s => s.Enrollment.WorkflowId == workflowId && s.Enrollment.ContactId == contactId).ToList();
        var ofScope = ofWorkflow.Where(s => s.Enrollment.ScopeKey == scopeKey).ToList();
        return new EntryHistory(ofScope.Count, ofScope.LastOrDefault(s => s.Enrollment.IsLive)?.Enrollment.Id, ofScope.LastOrDefault(s => !s.Enrollment.IsLive), ofWorkflow.Count(s => s.Enrollment.EnrolledAt >= recentSince));
    });
    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) =>
        Ask<IReadOnlyList<LogLine>>(() => [.. (_logs.GetValueOrDefault(Key(practice, enrollmentId)) ?? []).Where(l => l.Seq > after).Take(limit)]);
    public Task<LogPage> ListLog(string practice, LogQuery q, CancellationToken ct = default) => Ask(() =>
    {
        var (items, next) = Paged(LinesOf(practice, q.WorkflowId).Where(l => (q.ContactId is null || l.ContactId == q.ContactId) && q.Keeps(l.Entry))
            .OrderByDescending(l => l.Entry.At).ThenByDescending(l => l.EnrollmentId, StringComparer.Ordinal).ThenByDescending(l => l.Seq), l => $"{l.EnrollmentId}/{l.Seq}", q.Limit, q.Cursor);
        return new LogPage(items, next);
    });
    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) => Ask<IReadOnlyList<StepCount>>(() =>
    [
        .. LinesOf(practice, workflowId).SelectMany(l => StepCodes.Counted(l.Entry).Select(counted => (counted.Step, l.Entry.What, counted.Code))).CountBy(c => c).Select(c => new StepCount(c.Key.Step, c.Key.What, c.Key.Code, c.Value)),
        .. Mine(practice).Where(s => s.Enrollment is { IsLive: true, StepId: not null } e && e.WorkflowId == workflowId).CountBy(s => s.Enrollment.StepId!).Select(c => new StepCount(c.Key, null, null, c.Value)),
    ]);
    IEnumerable<WorkflowLine> LinesOf(string practice, string workflow) => Mine(practice).Where(s => s.Enrollment.WorkflowId == workflow)
        .SelectMany(s => (_logs.GetValueOrDefault(Key(practice, s.Enrollment.Id)) ?? []).Select(l => new WorkflowLine(s.Enrollment.Id, s.Enrollment.ContactId, l.Seq, l.Entry)));
    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) =>
        Ask<IReadOnlyDictionary<EnrollmentStatus, long>>(() => Mine(practice).Where(s => s.Enrollment.WorkflowId == workflowId).GroupBy(s => s.Enrollment.Status).ToDictionary(g => g.Key, g => (long)g.Count()));
    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) =>
        Ask<IReadOnlyList<InboxRow>>(() => [.. _inbox.Where(r => r.Practice == practice && r.Enrollment == enrollmentId).Select(r => r.Row)]);
    public Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) => Ask(() => _ledger.GetValueOrDefault(Key(practice, effectId)));
    public Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default) =>
        Unreadable.Contains(id) ? Task.FromException<StoredEvent?>(new System.Text.Json.JsonException("not an event")) : Ask(() => _events.Find(e => e.Event.Practice == practice && e.Event.Id == id));
    public Task<EventPage> ListEvents(string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default) => Ask(() =>
    {
        var (items, next) = Paged(_events.AsEnumerable().Reverse().Where(e => e.Event.Practice == practice && (type is null || e.Event.Type == type) && (contactId is null || e.Event.ContactId == contactId)
            && (result is null || e.Result == result || e.Result?.StartsWith(result + ":", StringComparison.Ordinal) == true)), e => e.Event.Id, limit, cursor);
        return new EventPage(items, next);
    });
    public Task<DateTimeOffset> TakeDripPlace(string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default) =>
        Ask(() => _drips.TryGetValue(effectId, out var place) ? place : _drips[effectId] = now);
    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default) =>
        Ask(() => _answers.TryAdd(Key(practice, key), new(bodyHash, null, null)) ? null : _answers[Key(practice, key)]);
    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default) =>
        Ask(() => _answers[Key(practice, key)] = _answers[Key(practice, key)] with { Status = status, Body = body });
    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default) => Ask<IReadOnlyList<string>>(() => [.. _rows.Values.Where(r => r.Kind == "practice").Select(r => r.Id)]);
    public Task<string?> WhyNotReady(CancellationToken ct = default) => Task.FromResult(Away ? "away" : null);

    public Task<Functions.Storage.Leftovers> Find(string practice, DateTimeOffset before, int limit, CancellationToken ct = default) => Ask(() => new Functions.Storage.Leftovers(
        [.. _events.Where(e => e.Event.Practice == practice && e.Result is null).Select(e => e.Event.Id).Take(limit)],
        [.. _unstarted.Where(k => k.StartsWith(practice + "/", StringComparison.Ordinal)).Select(k => k.Split('/')[1]).Take(limit)],
        [.. _inbox.Where(r => r.Practice == practice).Select(r => new LeftInput(r.Enrollment, r.Row.InputId)).Take(limit)]));
    public Task Started(string practice, string enrollmentId, CancellationToken ct = default) => Ask(() => _unstarted.Remove(Key(practice, enrollmentId)));
    public Task<string?> Find(string practice, string source, string sourceId, CancellationToken ct = default) => Ask(() => Earlier(practice, source, sourceId));

    /// <summary>As if an enrollment had been deleted beside its orchestration.</summary>
    public void Forget(string practice, string enrollmentId) => _enrollments.Remove(Key(practice, enrollmentId));

    Task<T> Ask<T>(Func<T> question)
    {
        lock (_gate)
        {
            if (Away) return Task.FromException<T>(new StoreUnavailableException("away"));
            return Task.FromResult(question());
        }
    }

    void Check()
    {
        if (Away) throw new StoreUnavailableException("away");
    }

    /// <param name="cursor">The id of the last one seen.</param>
    static (IReadOnlyList<T> Items, string? Next) Paged<T>(IEnumerable<T> all, Func<T, string> id, int limit, string? cursor)
    {
        var items = (cursor is null ? all : all.SkipWhile(item => id(item) != cursor).Skip(1)).Take(limit + 1).ToList();
        return items.Count <= limit ? (items, null) : (items[..limit], id(items[limit - 1]));
    }

    static string Key(params ReadOnlySpan<string?> parts) => string.Join('/', parts);
    string? Earlier(string practice, string source, string sourceId) => _events.Find(e => (e.Event.Practice, e.Event.Source, e.Event.SourceId) == (practice, source, sourceId))?.Event.Id;
    Row? Of(string practice, string kind, string id) => _rows.GetValueOrDefault(Key(practice, kind, id));
    IEnumerable<Row> All(string practice, string kind) => _rows.Values.Where(r => r.Practice == practice && r.Kind == kind);
    IEnumerable<StoredEnrollment> Mine(string practice) => _enrollments.Where(p => p.Key.StartsWith(practice + "/", StringComparison.Ordinal)).Select(p => p.Value);
    static Stored<T> Read<T>(Kind<T> kind, Row row) where T : class => new(row.Id, row.Revision, kind.Read(row.Json));
}
