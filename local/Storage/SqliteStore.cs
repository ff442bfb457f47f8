using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Everything in one SQLite file. Writes go to one thread that commits them in groups, reads to connections of
/// their own; nobody ever waits for a lock.</summary>
sealed class SqliteStore : IStore, IBacklog, IAsyncDisposable
{
    readonly HostLock _lock;
    readonly Writer _writer;
    readonly Readers _readers;
    readonly TimeProvider _time;

    SqliteStore(StorePlace place, TimeProvider time)
    {
        Directory.CreateDirectory(place.Folder);
        _time = time;
        _lock = HostLock.Take(place.Folder);
        try
        {
            _writer = new(Database.ForWriting(place), time);
            _readers = new(place);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <exception cref="StoreRefusedException">Another host runs on the folder, or a newer version wrote the file.</exception>
    public static SqliteStore Open(StorePlace place, TimeProvider time) => new(place, time);

    /// <summary>Raised on the writer's thread for every set that is now on disk. Handlers must be quick and must not throw:
    /// whoever commits next waits for them.</summary>
    public event Action<ChangeSet, Committed>? Committed;

    /// <summary>How many fsyncs all commits so far have cost.</summary>
    internal long Groups => _writer.Groups;

    /// <summary>As if the disk ended after so many pages.</summary>
    internal Task LimitPages(int pages) => Ask(f => { f.LimitPages(pages); return true; }, CancellationToken.None);

    public Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<Committed>(ct);
        if (changes.IsEmpty) return Task.FromResult(Core.Records.Committed.Fine);
        // From here on it can't be taken back: whoever stopped waiting would not know whether it happened.
        var work = new SetWork(changes, Tell);
        _writer.Add(work);
        return work.Committed;
    }

    /// <summary>Those who listen when the set is on disk, and not when it was handed in: whoever begins to listen and then reads must miss nothing.</summary>
    void Tell(ChangeSet changes, Committed committed) => Committed?.Invoke(changes, committed);

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class =>
        _readers.Ask(d => RecordReads.Find(d, kind, practice, id), ct);

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        _readers.Ask(d => RecordReads.FindBy(d, kind, practice, index, value), ct);

    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class =>
        _readers.Ask(d => RecordReads.List(d, kind, practice, listing), ct);

    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) =>
        _readers.Ask(d => EnrollmentReads.Find(d, practice, id), ct);

    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default) =>
        _readers.Ask(d => EnrollmentListing.List(d, practice, query), ct);

    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) =>
        _readers.Ask(d => EnrollmentReads.LiveOf(d, practice, contactId), ct);

    public Task<EntryHistory> HistoryOf(
        string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) =>
        _readers.Ask(d => EntryReads.HistoryOf(d, practice, workflowId, contactId, scopeKey, recentSince), ct);

    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) =>
        _readers.Ask(d => HistoryLog.Read(d, practice, enrollmentId, limit, after), ct);

    public Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default) =>
        _readers.Ask(d => WorkflowLog.Read(d, practice, query), ct);

    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) =>
        _readers.Ask(d => Tallies.Of(d, practice, workflowId), ct);

    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) =>
        _readers.Ask(d => EnrollmentReads.CountsOf(d, practice, workflowId), ct);

    public Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) =>
        _readers.Ask(d => Claims.Find(d, practice, effectId), ct);

    public Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default) =>
        _readers.Ask(d => EventReads.Find(d, practice, id), ct);

    public Task<EventPage> ListEvents(
        string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default) =>
        _readers.Ask(d => EventReads.List(d, practice, type, contactId, result, limit, cursor), ct);

    public Task<IReadOnlyList<DueRow>> Due(DateTimeOffset until, int limit, CancellationToken ct = default) =>
        _readers.Ask(d => EnrollmentReads.Due(d, until, limit), ct);

    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) =>
        _readers.Ask(d => Inputs.Of(d, practice, enrollmentId), ct);

    public Task<IReadOnlyList<EnrollmentRef>> WithInbox(int limit, CancellationToken ct = default) =>
        _readers.Ask(d => Inputs.Waiting(d, limit), ct);

    public Task<IReadOnlyList<PracticeEvent>> Unrouted(int limit, CancellationToken ct = default) =>
        _readers.Ask(d => EventReads.Unrouted(d, limit), ct);

    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default) => _readers.Ask(RecordReads.Practices, ct);

    public Task<DateTimeOffset> TakeDripPlace(
        string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default) =>
        Ask(f => f.Drips.Take(practice, workflowId, stepId, effectId, batch, every, now), ct);

    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default) =>
        Ask(f => f.Answers.Begin(practice, key, bodyHash, now), ct);

    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default) =>
        Ask(f => { f.Answers.End(practice, key, status, body); return true; }, ct);

    public async Task<string?> WhyNotReady(CancellationToken ct = default)
    {
        try
        {
            await Ask(f => { f.Probe(_time.GetUtcNow()); return true; }, ct);
            return null;
        }
        catch (StoreUnavailableException e)
        {
            return e.Message;
        }
    }

    /// <summary>What was committed before is written, then the file is closed.</summary>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _readers.Dispose();
        _lock.Dispose();
        return ValueTask.CompletedTask;
    }

    Task<T> Ask<T>(Func<Families, T> question, CancellationToken ct)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<T>(ct);
        var work = new Asked<T>(question);
        _writer.Add(work);
        return work.Answer;
    }
}
