using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Statistics;

/// <summary>How many events each trigger has seen, how many it matched, and why not the others. The triggers as they are now
/// are asked, so a filter that was just put right shows at once what it would have let in.</summary>
sealed class TriggerFigures(string workflow, Definition definition)
{
    const int MostEvents = 2000, MostReasons = 10;
    /// <summary>Until a moment is exclusive, and what has just come in counts.</summary>
    static readonly TimeSpan ThisMoment = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, (int Seen, int Matched)> _counts = definition.Triggers.ToDictionary(t => t.Id, _ => (0, 0));
    readonly Dictionary<(string Trigger, string Code, string? Row), ReasonCount> _reasons = [];

    public DateTimeOffset? CutOffAt { get; private set; }

    public async Task Read(IStore store, string practiceId, Practice practice, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var (events, cut) = await KeptEvents.Read(store, practiceId, [.. definition.Triggers.Select(t => t.Type).Distinct()], since, now + ThisMoment, MostEvents, ct);
        CutOffAt = cut;
        var contacts = new Dictionary<string, Stored<Contact>?>();
        foreach (var stored in events)
        {
            var e = stored.Event;
            if (e.ContactId is { } id && !contacts.ContainsKey(id)) contacts[id] = await store.Find(Kinds.Contact, practiceId, id, ct);
            Count(stored, practice, e.ContactId is null ? null : contacts[e.ContactId]);
        }
    }

    public IReadOnlyList<TriggerStats> Tell() =>
    [
        .. definition.Triggers.Select(t => new TriggerStats(t.Id, t.Type, t.Name, _counts[t.Id].Seen, _counts[t.Id].Matched,
            [.. _reasons.Where(r => r.Key.Trigger == t.Id).Select(r => r.Value).OrderByDescending(r => r.Count).ThenBy(r => r.Code, StringComparer.Ordinal).Take(MostReasons)])),
    ];

    void Count(StoredEvent stored, Practice practice, Stored<Contact>? contact)
    {
        var e = stored.Event;
        var nobody = stored.Result is null ? "unrouted" : stored.Result is "stale" || stored.Result.StartsWith("unmatched:", StringComparison.Ordinal) ? stored.Result
            : e.ContactId is not null && contact is null ? "contact.deleted" : null;
        var setting = new Setting(FactLoader.Of(e.Practice, practice, contact, e), Ids.MomentOf(e.Id), ContactClock.Of(contact?.Body, practice));
        foreach (var verdict in TriggerReport.Of(workflow, definition, e.Type, setting).Where(v => v.Code != TriggerReport.OtherType))
        {
            var (seen, matched) = _counts[verdict.Id];
            var matches = nobody is null && verdict.Holds;
            _counts[verdict.Id] = (seen + 1, matched + (matches ? 1 : 0));
            if (nobody is not null) Not(verdict.Id, nobody, null, e.Id);
            else if (!verdict.Holds) Not(verdict.Id, verdict.Code, verdict.Rows is [var row, ..] ? row : null, e.Id);
            // It matched, and nobody entered anything.
            else if (stored.Result!.StartsWith("refused:", StringComparison.Ordinal)) Not(verdict.Id, stored.Result["refused:".Length..], null, e.Id);
        }
    }

    void Not(string trigger, string code, FailedRow? row, string e)
    {
        var wants = row is null ? null : Narration.Of(new Condition.Test(row.Field, row.Op, row.Expected));
        var key = (trigger, code, wants);
        _reasons[key] = _reasons.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 }
            : new(code, CodeWords.OfResult(code), 1, row?.Field, wants, row?.Found, e);
    }
}
