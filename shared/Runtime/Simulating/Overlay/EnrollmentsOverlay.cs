using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Simulating.Overlay;

/// <summary>Enrollments of a simulation beside those that the practice has.</summary>
sealed class EnrollmentsOverlay(IStore real, TimeProvider clock, bool asIfNew)
{
    // In order of entry.
    readonly List<string> _order = [];
    readonly Dictionary<string, StoredEnrollment> _all = [];
    readonly Dictionary<string, List<InboxRow>> _inbox = [];
    readonly Dictionary<string, List<LogLine>> _log = [];
    readonly Dictionary<string, IReadOnlyList<StoredEnrollment>> _liveBefore = [];
    readonly HashSet<string> _adopted = [];

    public IEnumerable<Enrollment> All => _order.Select(id => _all[id].Enrollment);

    /// <summary>Goes on in the simulation with one that the practice has.</summary>
    /// <param name="inbox">What came for it and nobody has taken.</param>
    public void Adopt(StoredEnrollment stored, IReadOnlyList<InboxRow> inbox)
    {
        var id = stored.Enrollment.Id;
        if (!_adopted.Add(id)) return;
        _order.Add(id);
        _all[id] = stored;
        if (inbox.Count > 0) _inbox[id] = [.. inbox];
    }

    /// <summary>One of the simulation's own, or that it has adopted.</summary>
    public Enrollment? Of(string id) => _all.GetValueOrDefault(id)?.Enrollment;

    public bool IsAdopted(string id) => _adopted.Contains(id);

    public async Task<StoredEnrollment?> Find(string practice, string id, CancellationToken ct) =>
        _all.GetValueOrDefault(id) ?? await real.FindEnrollment(practice, id, ct);

    public async Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct)
    {
        if (!_liveBefore.TryGetValue(contactId, out var before)) _liveBefore[contactId] = before = asIfNew ? [] : await real.LiveOf(practice, contactId, ct);
        return [.. before.Where(s => !_adopted.Contains(s.Enrollment.Id)), .. _order.Select(id => _all[id]).Where(s => s.Enrollment.IsLive && s.Enrollment.ContactId == contactId)];
    }

    public async Task<EntryHistory> HistoryOf(string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct)
    {
        var before = asIfNew ? new(0, null, null, 0) : await real.HistoryOf(practice, workflowId, contactId, scopeKey, recentSince, ct);
        var (times, live, last, recent) = (before.Times, before.LiveId, before.LastFinished, before.RecentInWorkflow);
        foreach (var stored in _order.Select(id => _all[id]))
        {
            if (stored.Enrollment is not { } e || e.WorkflowId != workflowId || e.ContactId != contactId) continue;
            var counted = _adopted.Contains(e.Id);
            if (!counted && e.EnrolledAt >= recentSince) recent++;
            if (e.ScopeKey != scopeKey) continue;
            if (!counted) times++;
            if (e.IsLive) live = e.Id;
            else (last, live) = (stored, live == e.Id ? null : live);
        }
        return new(times, live, last, recent);
    }

    public IReadOnlyList<InboxRow> Inbox(string id) => _inbox.TryGetValue(id, out var rows) ? [.. rows] : [];
    public bool HasInbox(string id) => _inbox.TryGetValue(id, out var rows) && rows.Count > 0;
    public IReadOnlyList<LogLine> LogOf(string id) => _log.GetValueOrDefault(id) ?? (IReadOnlyList<LogLine>)[];

    public void Enroll(Change.Enroll enroll)
    {
        _order.Add(enroll.Enrollment.Id);
        _all[enroll.Enrollment.Id] = new(enroll.Enrollment, 1, clock.GetUtcNow());
    }

    public void Save(Change.Save save) => _all[save.Enrollment.Id] = new(save.Enrollment, save.ExpectedRevision + 1, clock.GetUtcNow());

    public void Log(Change.Log log)
    {
        if (!_log.TryGetValue(log.EnrollmentId, out var lines)) _log[log.EnrollmentId] = lines = [];
        foreach (var entry in log.Entries) lines.Add(new(lines.Count + 1, entry));
    }

    public void Send(Change.Send send)
    {
        if (!_inbox.TryGetValue(send.EnrollmentId, out var rows)) _inbox[send.EnrollmentId] = rows = [];
        if (rows.TrueForAll(row => row.InputId != send.InputId)) rows.Add(new(send.InputId, send.Input));
    }

    public void Taken(Change.Taken taken)
    {
        if (_inbox.TryGetValue(taken.EnrollmentId, out var rows)) rows.RemoveAll(row => row.InputId == taken.InputId);
    }
}
