using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>Who would be inside at any moment of the period: the entry rules of real life, applied in order.</summary>
sealed class Entries(IStore store, Simulator simulator, BacktestRequest request)
{
    /// <summary>How long one stayed is simulated only when the same contact comes again.</summary>
    const int MostStays = 500;

    readonly Dictionary<(string Contact, string Scope), List<Entry>> _entries = [];
    readonly Dictionary<string, List<DateTimeOffset>> _byContact = [];
    int _stays;

    /// <param name="Event">What let the contact in; null for one that entered before the period.</param>
    sealed record Entry(PracticeEvent? Event, DateTimeOffset At)
    {
        public DateTimeOffset? Over { get; set; }
        public bool Known { get; set; }
    }

    /// <returns>Null when admitted, and then it is inside; else why not.</returns>
    public async Task<string?> Refuse(PracticeEvent e, DateTimeOffset at, CancellationToken ct)
    {
        var settings = request.Definition.Settings;
        if (e.ContactId is not { } contact) return e.Depth > EntryRules.DepthLimit ? "entry.loop" : null;
        var scope = EntryRules.ScopeKey(settings.Scope, e.Type, FactLoader.TextIn(e.Data, "appointment", "id"),
            FactLoader.TextIn(e.Data, "invoice", "id"), FactLoader.TextIn(e.Data, "opportunity", "id"));
        if (!_byContact.TryGetValue(contact, out var all)) _byContact[contact] = all = await Before(contact, ct);
        var mine = _entries.TryGetValue((contact, scope), out var known) ? known : _entries[(contact, scope)] = [];

        var live = settings.Reentry is not Reentry.Always && mine.Count > 0 && await IsInside(mine[^1], at, ct);
        var recent = all.Count(entered => entered >= at - EntryRules.LoopSpan);
        if (EntryRules.Refuse(settings.Reentry, mine.Count, live, recent, e.Depth) is { } refused) return refused;
        mine.Add(new(e, at));
        all.Add(at);
        return null;
    }

    /// <summary>Entries of the real past: those before the period count, those within it are played anew.</summary>
    async Task<List<DateTimeOffset>> Before(string contact, CancellationToken ct)
    {
        var page = await store.ListEnrollments(request.Practice, new(request.WorkflowId, contact, To: request.From, Limit: 200), ct);
        foreach (var e in page.Items.Select(item => item.Enrollment).Reverse())
        {
            var mine = _entries.TryGetValue((contact, e.ScopeKey), out var known) ? known : _entries[(contact, e.ScopeKey)] = [];
            mine.Add(new(null, e.EnrolledAt) { Over = e.FinishedAt, Known = true });
        }
        return [.. page.Items.Select(item => item.Enrollment.EnrolledAt)];
    }

    async Task<bool> IsInside(Entry entry, DateTimeOffset at, CancellationToken ct)
    {
        if (!entry.Known && _stays++ < MostStays) entry.Over = await Stay(entry, ct);
        entry.Known = true;
        return entry.Over is null || entry.Over > at;
    }

    /// <summary>How it would have gone had nothing else happened.</summary>
    async Task<DateTimeOffset?> Stay(Entry entry, CancellationToken ct)
    {
        var trace = await simulator.Run(new()
        {
            Practice = request.Practice, WorkflowId = request.WorkflowId, Definition = request.Definition, Json = request.Json,
            ContactId = entry.Event!.ContactId, Event = new(entry.Event.Type, entry.Event.Data), StartAt = entry.At, AsIfNew = true,
        }, ct);
        return trace.Enrollments is [{ Status: EnrollmentStatus.Completed or EnrollmentStatus.Exited or EnrollmentStatus.Failed }] ? trace.EndedAt : null;
    }
}
