using System.Collections.Concurrent;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;

namespace AesthetixWorkflows.Functions.Recovering;

/// <summary>Looks for due occurrences of one practice. Several workers may look, and each looks a little way back: the intake
/// keeps an occurrence once, whoever saw it.</summary>
public sealed class ScheduleWatch(DueSchedules schedules, DueDays days, OverdueInvoices invoices, EventIntake intake, TimeProvider clock)
{
    /// <summary>Longer than another worker's book of workflows can be behind: a schedule published a moment ago is seen late, and not missed.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, DateTimeOffset> _last = new();

    public async Task Look(string practice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = _last.TryGetValue(practice, out var known) ? known - Overlap : DateTimeOffset.MinValue;
        var due = await schedules.Look(practice, last, now, ct);
        if (due.Events.Count > 0) await intake.Accept(practice, due.Events, ct);
        _last[practice] = now;
        // What a look does not get through, the next one in a minute goes on with.
        await days.Look(practice, now, ct);
        await invoices.Look(practice, now, ct);
    }
}
