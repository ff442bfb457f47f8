using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>Where an enrollment ends or stays if nothing happens, and why.</summary>
static class AheadStops
{
    /// <param name="parked">Why it was left standing; null: it was not.</param>
    /// <param name="moved">Whether it came there while it was looked ahead.</param>
    public static AheadStop Of(Enrollment e, Definition? definition, string? parked, bool moved, DateTimeOffset start, DateTimeOffset end)
    {
        var step = definition?.Find(e.StepId);
        AheadStop At(string code, string? words = null, DateTimeOffset? since = null, DateTimeOffset? next = null) =>
            new(code, words ?? CodeWords.Of(code), moved && since > start ? since : null, e.StepId, step?.Name, next);

        if (!e.IsLive) return At(e.Reason ?? "finished", since: e.FinishedAt);
        if (parked is not null) return At(parked, since: (e.Pending as Pending.Action)?.Since);
        if (e.Status is EnrollmentStatus.Paused) return At(e.Reason ?? "paused.operator");
        return e.Pending switch
        {
            { DueAt: { } due } when due > end => At("horizon", since: (e.Pending as Pending.Timer)?.Since, next: due),
            Pending.Timer { Until: null } timer => At(timer.For, Waiting(timer.For, step), timer.Since),
            _ => At("ahead.long"),
        };
    }

    static string? Waiting(string what, Step? step) => (what, step) switch
    {
        (Waits.Reply, _) => "Waits for a reply, however long it takes.",
        (Waits.Condition, Step.WaitCondition wait) => $"Waits, however long it takes, until this is so: {Narration.Of(wait.When)}.",
        (Waits.Link, _) => "Waits for a click on a link, however long it takes.",
        _ => null,
    };
}
