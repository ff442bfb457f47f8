using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Simulating.Overlay;

/// <summary>The practice's store as one simulation sees it: reads go through to the real one, writes stay here.</summary>
/// <remarks>One simulation writes to it, one thing after the other, so nobody is ever in another's way: revisions are kept,
/// and only what means something (an effect claimed before) is refused.</remarks>
/// <param name="asIfNew">Nobody is or was in any workflow.</param>
sealed class OverlayStore(IStore real, TimeProvider clock, bool asIfNew = false) : IStore
{
    readonly RecordsOverlay _records = new(real);
    readonly Dictionary<string, StoredEvent> _events = [];
    readonly Dictionary<(string, string), string> _sources = [];
    readonly Dictionary<string, LedgerRow> _ledger = [];
    readonly Dictionary<string, (DateTimeOffset Release, int Taken)> _drips = [];
    readonly Dictionary<string, DateTimeOffset> _places = [];

    /// <summary>The only workflow there is for the simulation's routing.</summary>
    public Stored<Workflow>? Only { get; set; }

    public EnrollmentsOverlay Enrollments { get; } = new(real, clock, asIfNew);

    /// <summary>Told of every write: the record's JSON before it, for records.</summary>
    public Action<ChangeSet, Change, string?>? Written { get; set; }

    public async Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Claim claim && (await FindLedger(changes.Practice, claim.EffectId, ct) is { } row ? !claim.Again || row.Outcome is not Outcome.Failed : claim.Again)) return new Committed(false, "claimed", Committed.Fine.Duplicates);
        Dictionary<string, string>? duplicates = null;
        foreach (var change in changes.Changes)
        {
            if (change is Change.Accept accept && _sources.TryGetValue((accept.Event.Source, accept.Event.SourceId), out var known))
            {
                (duplicates ??= [])[accept.Event.Id] = known;
                continue;
            }
            var before = Apply(change);
            Written?.Invoke(changes, change, before);
        }
        return duplicates is null ? Committed.Fine : new Committed(true, null, duplicates);
    }

    string? Apply(Change change)
    {
        switch (change)
        {
            case Change.Put put: return _records.Put(put);
            case Change.Delete delete: return _records.Delete(delete);
            case Change.Accept { Event: var e }: Accept(e); break;
            case Change.Routed routed: Routed(routed); break;
            case Change.Enroll enroll: Enrollments.Enroll(enroll); break;
            case Change.Save save: Enrollments.Save(save); break;
            case Change.Log log: Enrollments.Log(log); break;
            case Change.Send send: Enrollments.Send(send); break;
            case Change.Taken taken: Enrollments.Taken(taken); break;
            case Change.Claim claim: _ledger[claim.EffectId] = new(claim.EffectId, claim.At, claim.Ref, null); break;
            case Change.Settle settle: _ledger[settle.EffectId] = (_ledger.GetValueOrDefault(settle.EffectId) ?? new(settle.EffectId, settle.At, null, null)) with { Outcome = settle.Outcome }; break;
            default: throw new InvalidOperationException($"A simulation cannot keep {change.GetType().Name}.");
        }
        return null;
    }

    void Accept(PracticeEvent e)
    {
        _events[e.Id] = new(e, null);
        _sources[(e.Source, e.SourceId)] = e.Id;
    }

    void Routed(Change.Routed routed)
    {
        var kept = routed.Rewritten || !_events.TryGetValue(routed.Event.Id, out var before) ? routed.Event : before.Event;
        _events[routed.Event.Id] = new(routed.ContactId is null ? kept : kept with { ContactId = routed.ContactId }, routed.Result);
    }

    public async Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class
    {
        if (Only is Stored<T> only && only.Id == id) return only;
        var found = await _records.Find(kind, practice, id, ct);
        // A trace shows addresses and bodies; nobody is called, so no real secret is needed.
        return found is Stored<Secret> secret ? new Stored<Secret>(secret.Id, secret.Revision, secret.Body with { Value = Hidden }) as Stored<T> : found;
    }

    const string Hidden = "***";

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        _records.FindBy(kind, practice, index, value, ct);

    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class =>
        Only is Stored<T> only ? Task.FromResult(new Page<T>([only], null)) : _records.List(kind, practice, listing, ct);

    public async Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default) =>
        _events.GetValueOrDefault(id) ?? await real.FindEvent(practice, id, ct);

    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) => Enrollments.Find(practice, id, ct);
    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) => Enrollments.LiveOf(practice, contactId, ct);
    public Task<EntryHistory> HistoryOf(string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) =>
        Enrollments.HistoryOf(practice, workflowId, contactId, scopeKey, recentSince, ct);
    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) => Task.FromResult(Enrollments.Inbox(enrollmentId));
    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) => Task.FromResult(Enrollments.LogOf(enrollmentId));
    /// <summary>Only of an enrollment that was there before can the practice know an effect.</summary>
    public async Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) =>
        _ledger.TryGetValue(effectId, out var row) ? row
        : effectId.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && Enrollments.IsAdopted(effectId[..end]) ? await real.FindLedger(practice, effectId, ct) : null;

    /// <summary>As if nobody else stood in the drip: a place in the real one would be taken from somebody.</summary>
    public Task<DateTimeOffset> TakeDripPlace(string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default)
    {
        if (_places.TryGetValue(effectId, out var place)) return Task.FromResult(place);
        var filling = _drips.GetValueOrDefault(stepId);
        var next = filling.Taken == 0 || filling.Release + every <= now ? (now, 1) : filling.Taken < batch ? (filling.Release, filling.Taken + 1) : (filling.Release + every, 1);
        _drips[stepId] = next;
        return Task.FromResult(_places[effectId] = next.Item1);
    }

    public Task<string?> WhyNotReady(CancellationToken ct = default) => Task.FromResult<string?>(null);

    // Nothing that is simulated asks for these.
    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default) => throw Beyond();
    public Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default) => throw Beyond();
    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) => throw Beyond();
    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) => throw Beyond();
    public Task<EventPage> ListEvents(string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default) => throw Beyond();
    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default) => throw Beyond();
    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default) => throw Beyond();
    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default) => throw Beyond();

    static NotSupportedException Beyond() => new("A simulation has no part in this.");
}
