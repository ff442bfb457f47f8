using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>Makes events of the dates that have their turn: birthdays, due tasks, dates of contacts, opportunities at rest. Only
/// published workflows with such a trigger make it look at anything, once a day at the trigger's time.</summary>
/// <remarks>A host that was away makes up for the latest day, not for more, and only for workflows that let contacts in at that
/// time and with that very trigger.</remarks>
public sealed class DueDays(IStore store, WorkflowBook workflows, PracticeBook practices, IIdSource ids)
{
    /// <summary>An occurrence that was missed by more than this is not made up for.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Records read at a time.</summary>
    public const int PageSize = 200;

    /// <summary>So many pages at most in one look, so that one practice does not keep all others waiting.</summary>
    const int PagesALook = 250;

    readonly DayScanner _scanner = new(store, ids);
    readonly ConcurrentDictionary<(string Practice, DayTrigger Trigger), DateTimeOffset> _through = new();

    /// <returns>When there is something to do again: now, when this look was cut short.</returns>
    public async Task<DateTimeOffset?> Look(string practice, DateTimeOffset now, CancellationToken ct = default)
    {
        var entries = (await workflows.Triggers(practice, ct)).OfTypes(DayTrigger.Is).ToList();
        if (entries.Count == 0) return null;
        var zone = (await practices.Of(practice, ct)).TimeZone;
        var (pages, next) = (PagesALook, (DateTimeOffset?)null);
        foreach (var entry in entries)
        {
            if (DayTrigger.Read(entry.WorkflowId, entry.Trigger) is not { } trigger) continue;
            var (day, at) = trigger.Rule.Latest(now, zone);
            var done = now - at > Grace || _through.TryGetValue((practice, trigger), out var through) && through >= at || !await WasOpen(practice, trigger, entry.Version, at, ct);
            if (!done) (pages, done) = await _scanner.Go(practice, trigger, day, at, zone, pages, ct);
            if (done) _through[(practice, trigger)] = at;
            var again = done ? trigger.Rule.Next(now, zone) : now;
            if (again < (next ?? DateTimeOffset.MaxValue)) next = again;
        }
        return next;
    }

    /// <summary>Eight o'clock is over for what is published or resumed at nine; but not for what was only published anew, with this trigger as it was.</summary>
    async Task<bool> WasOpen(string practice, DayTrigger trigger, int version, DateTimeOffset at, CancellationToken ct)
    {
        if ((await workflows.Workflow(practice, trigger.WorkflowId, ct))?.Body.OpenSince > at) return false;
        for (var number = version; number > 0; number--)
        {
            if (await store.Find(Kinds.Version, practice, $"{trigger.WorkflowId}.{number}", ct) is not { } published) return false;
            var then = (await workflows.Version(practice, trigger.WorkflowId, number, ct))?.Triggers.FirstOrDefault(t => t.Enabled && t.Id == trigger.TriggerId && t.Type == trigger.Type);
            if (then is null || DayTrigger.Read(trigger.WorkflowId, then) != trigger) return false;
            if (published.Body.PublishedAt <= at) return true;
        }
        return false;
    }
}
