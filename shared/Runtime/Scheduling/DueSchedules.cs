using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Scheduling;

/// <summary>Which occurrences of a practice's schedules are due. It remembers nothing: whoever looks says when it looked last.</summary>
public sealed class DueSchedules(IStore store, WorkflowBook workflows, PracticeBook practices)
{
    /// <summary>An occurrence that was missed by more than this is not made up for.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <param name="last">When this was asked before; after a start, anything earlier than the grace.</param>
    /// <returns>Everything due after <paramref name="last"/> and up to <paramref name="now"/>, soonest first. Asked twice, it
    /// gives the same events again, and the intake keeps them once.</returns>
    public async Task<DueNow> Look(string practice, DateTimeOffset last, DateTimeOffset now, CancellationToken ct = default)
    {
        var triggers = (await workflows.Triggers(practice, ct)).OfType(ScheduleEvent.Type).ToList();
        if (triggers.Count == 0) return new([], null);
        var zone = (await practices.Of(practice, ct)).TimeZone;
        var after = last > now - Grace ? last : now - Grace;

        var (due, next) = (new List<IncomingEvent>(), (DateTimeOffset?)null);
        foreach (var entry in triggers)
        {
            // Publishing refuses what cannot be read; a definition that came another way has no occurrences.
            if (!ScheduleJson.TryRead(entry.Trigger.Config, out var schedule, out _)) continue;
            var at = schedule.Next(after, zone);
            for (; at <= now; at = schedule.Next(at.Value, zone))
                if (await WasPublished(practice, entry, at.Value, ct)) due.Add(ScheduleEvent.Of(entry.WorkflowId, entry.Trigger, at.Value));
            if (at < (next ?? DateTimeOffset.MaxValue)) next = at;
        }
        return new([.. due.OrderBy(e => e.At)], next);
    }

    /// <summary>Nine o'clock is over for what is published at two past nine, grace or not.</summary>
    async Task<bool> WasPublished(string practice, TriggerEntry entry, DateTimeOffset at, CancellationToken ct) =>
        await store.Find(Kinds.Version, practice, $"{entry.WorkflowId}.{entry.Version}", ct) is { } version && version.Body.PublishedAt <= at;
}

/// <param name="Next">The first occurrence still to come; null when there is none.</param>
public sealed record DueNow(IReadOnlyList<IncomingEvent> Events, DateTimeOffset? Next);
