using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>How a process dies around a commit.</summary>
public enum Crash
{
    /// <summary>Before anything reached the disk.</summary>
    LostBefore,
    /// <summary>After it was durable, before anybody heard of it.</summary>
    KeptButAnswerLost,
}

/// <summary>A process that died; nothing after it is run.</summary>
public sealed class CrashedException(int commit) : Exception($"Crashed at commit {commit}.");

/// <summary>A store whose process dies at a chosen commit (counted from 1) and stays dead: every later call fails, as
/// nothing runs in a process that is gone. What is on disk is seen by opening the inner store anew.</summary>
public sealed class CrashableStore(IStore inner) : IStore
{
    int _at;
    Crash _how;
    int _commits;
    volatile bool _dead;

    /// <summary>How many writes were begun so far: run once without a crash to learn how many points there are.</summary>
    public int Commits => _commits;

    public bool IsDead => _dead;

    public CrashableStore CrashAt(int commit, Crash how)
    {
        (_at, _how) = (commit, how);
        return this;
    }

    /// <summary>What others do in the moment before a set is written.</summary>
    public Func<ChangeSet, Task>? Before { get; set; }

    /// <summary>What others do in the moment before something is read; told what: a kind of record, or a member of the store.</summary>
    public Func<string, Task>? BeforeReading { get; set; }

    /// <summary>What was written whole, in order.</summary>
    public List<ChangeSet> Written { get; } = [];

    public Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default) => Write(async () =>
    {
        if (Before is { } before) await before(changes);
        var committed = await inner.Commit(changes, ct);
        if (committed.Ok) lock (Written) Written.Add(changes);
        return committed;
    });

    async Task<T> Write<T>(Func<Task<T>> write)
    {
        Alive();
        if (Interlocked.Increment(ref _commits) != _at) return await write();
        // Dead first: whoever the store tells of this write must find a process that is gone.
        _dead = true;
        if (_how == Crash.KeptButAnswerLost) await write();
        throw new CrashedException(_at);
    }

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class =>
        Read(kind.Name, store => store.Find(kind, practice, id, ct));

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        Read(kind.Name, store => store.FindBy(kind, practice, index, value, ct));

    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class =>
        Read(kind.Name, store => store.List(kind, practice, listing, ct));

    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) => Read(nameof(FindEnrollment), store => store.FindEnrollment(practice, id, ct));

    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default) =>
        Read(nameof(ListEnrollments), store => store.ListEnrollments(practice, query, ct));

    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) =>
        Read(nameof(LiveOf), store => store.LiveOf(practice, contactId, ct));

    public Task<EntryHistory> HistoryOf(
        string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) =>
        Read(nameof(HistoryOf), store => store.HistoryOf(practice, workflowId, contactId, scopeKey, recentSince, ct));

    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) =>
        Alive().LogOf(practice, enrollmentId, limit, after, ct);

    public Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default) => Alive().ListLog(practice, query, ct);

    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) => Alive().StepsOf(practice, workflowId, ct);

    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) =>
        Alive().CountsOf(practice, workflowId, ct);

    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) => Read(nameof(Inbox), store => store.Inbox(practice, enrollmentId, ct));

    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default) => Alive().Practices(ct);

    public Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) => Read(nameof(FindLedger), store => store.FindLedger(practice, effectId, ct));

    public Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default) => Read(nameof(FindEvent), store => store.FindEvent(practice, id, ct));

    public Task<EventPage> ListEvents(
        string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default) =>
        Alive().ListEvents(practice, type, contactId, result, limit, cursor, ct);

    public Task<DateTimeOffset> TakeDripPlace(
        string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default) =>
        Write(() => inner.TakeDripPlace(practice, workflowId, stepId, effectId, batch, every, now, ct));

    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default) =>
        Alive().BeginIdempotent(practice, key, bodyHash, now, ct);

    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default) =>
        Alive().EndIdempotent(practice, key, status, body, ct);

    public Task<string?> WhyNotReady(CancellationToken ct = default) => Alive().WhyNotReady(ct);

    async Task<T> Read<T>(string what, Func<IStore, Task<T>> read)
    {
        if (BeforeReading is { } before) await before(what);
        return await read(Alive());
    }

    IStore Alive() => _dead ? throw new CrashedException(_at) : inner;
}
