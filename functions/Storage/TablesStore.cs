using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ETag = Azure.ETag;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Everything in one table, a partition for each practice. See docs/decisions/0007-tables.md.</summary>
public sealed class TablesStore : IStore, ILeftovers, IEarlierEvents
{
    readonly TableServiceClient _service;
    readonly string _name;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly Table _table;
    readonly RecordReads _records;
    readonly EnrollmentReads _enrollments;
    readonly StatusCounts _counts;
    readonly StepCounts _steps;
    readonly DripPlaces _drips;
    readonly Answers _answers;
    readonly Commits _commits;

    TablesStore(TableServiceClient service, string table, TimeProvider time, ILogger? log)
    {
        (_service, _name, _time, _log, _table) = (service, table, time, log ?? NullLogger.Instance, new(service.GetTableClient(table)));
        var memory = new Memory();
        (_counts, _steps) = (new(_table, time), new(_table, time));
        (_records, _enrollments) = (new(_table, memory), new(_table, memory));
        (_drips, _answers) = (new(_table), new(_table));
        _commits = new(_table, memory, _counts, new(time), time);
    }

    /// <param name="service">With <see cref="TablesClient.Options"/>.</param>
    public static TablesStore Over(TableServiceClient service, string table, TimeProvider time, ILogger? log = null) => new(service, table, time, log);

    /// <summary>Awaited after every commit that was accepted. What it misses is found by <see cref="Find(string, DateTimeOffset, int, CancellationToken)"/>.</summary>
    public Func<ChangeSet, Committed, CancellationToken, Task>? Afterwards { get; set; }

    public StoreTraffic Traffic => _table.Traffic;

    /// <summary>Makes the table when there is none.</summary>
    public async Task Ensure(CancellationToken ct = default)
    {
        try
        {
            await _service.CreateTableIfNotExistsAsync(_name, ct);
        }
        catch (Exception e) when (Outage.Is(e, ct))
        {
            throw Outage.Describe(e);
        }
    }

    public async Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        if (changes.IsEmpty) return Committed.Fine;
        Belonging.Insist(changes);
        var committed = await _commits.Commit(changes, ct);
        if (committed.Ok && Afterwards is { } afterwards) await Tell(afterwards, changes, committed, ct);
        return committed;
    }

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class =>
        _records.Find(kind, practice, id, ct);

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        _records.FindBy(kind, practice, index, value, ct);

    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class =>
        _records.List(kind, practice, listing, ct);

    public Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default) => _enrollments.Find(practice, id, ct);

    public Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default) =>
        EnrollmentListing.List(_table, practice, query, ct);

    public Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default) =>
        _enrollments.LiveOf(practice, contactId, ct);

    public Task<EntryHistory> HistoryOf(
        string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default) =>
        _enrollments.HistoryOf(practice, workflowId, contactId, scopeKey, recentSince, ct);

    public Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default) =>
        _enrollments.LogOf(practice, enrollmentId, limit, after, ct);

    public Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default) => WorkflowLog.Read(_table, practice, query, ct);

    public Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default) => _steps.Of(practice, workflowId, ct);

    public Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default) =>
        _counts.Of(practice, workflowId, ct);

    public Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default) =>
        InboxReads.Of(_table, practice, enrollmentId, ct);

    public Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default) => LedgerReads.Find(_table, practice, effectId, ct);

    public Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default) => EventReads.Find(_table, practice, id, ct);

    public Task<EventPage> ListEvents(
        string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default) =>
        EventReads.List(_table, practice, type, contactId, result, limit, cursor, ct);

    public Task<DateTimeOffset> TakeDripPlace(
        string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default) =>
        ct.IsCancellationRequested ? Task.FromCanceled<DateTimeOffset>(ct) : _drips.Take(practice, workflowId, stepId, effectId, batch, every, now);

    public Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default) =>
        _answers.Begin(practice, key, bodyHash, now, ct);

    public Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default) => _answers.End(practice, key, status, body);

    public Task<IReadOnlyList<string>> Practices(CancellationToken ct = default) => _records.Practices(ct);

    public async Task<string?> WhyNotReady(CancellationToken ct = default)
    {
        var row = new TableEntity(RowKeys.Practice(SharedRecords.Everybody), RowKeys.Probe) { [Columns.At] = Moment.Of(_time.GetUtcNow()) };
        try
        {
            await _table.Submit([new(TableTransactionActionType.UpsertReplace, row)]);
            return null;
        }
        catch (StoreUnavailableException e)
        {
            return e.Message;
        }
    }

    public Task<Leftovers> Find(string practice, DateTimeOffset before, int limit, CancellationToken ct = default) =>
        LeftoverReads.Find(_table, practice, before, limit, ct);

    public Task<string?> Find(string practice, string source, string sourceId, CancellationToken ct = default) => EventReads.Earlier(_table, practice, source, sourceId, ct);

    /// <summary>Said twice is fine.</summary>
    public Task Started(string practice, string enrollmentId, CancellationToken ct = default) =>
        _table.Submit([new(TableTransactionActionType.Delete, new TableEntity(RowKeys.Practice(practice), RowKeys.Start(enrollmentId)), ETag.All)]);

    async Task Tell(Func<ChangeSet, Committed, CancellationToken, Task> afterwards, ChangeSet changes, Committed committed, CancellationToken ct)
    {
        try
        {
            await afterwards(changes, committed, ct);
        }
        // The changes are kept, and whoever committed must hear that; what was not told is found among the leftovers.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.LogWarning(e, "What follows a commit of {Practice} failed; the leftovers will be looked for.", changes.Practice);
        }
    }
}
