using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Activities;

/// <summary>One turn of one enrollment, on behalf of an activity function. Called twice (a worker died before its answer was
/// noted) it finds the work done in the enrollment's row and only answers what comes next.</summary>
public sealed class EnrollmentWork(EnrollmentTurn turns, EnrollmentDeeds deeds, NextSteps steps, DurableLink link, TimeProvider clock, ILogger<EnrollmentWork> log)
{
    /// <summary>How far the clocks of two machines may be apart: a timer that rang is waited for this long.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <exception cref="TurnFailedException">Nothing more can be said here; the orchestrator tries again later.</exception>
    public async Task<Next> Run(string activity, Turn turn, DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        try
        {
            var reference = new EnrollmentRef(turn.Practice, turn.Enrollment);
            var left = await Take(activity, reference, ct);
            if (turn.Rang && left is not null && EnrollmentDeeds.DueLater(WorkflowMachine.EffectOf(left), clock.GetUtcNow()) is { } due && due - clock.GetUtcNow() is var rest && rest < Skew)
            {
                await Task.Delay(rest, clock, ct);
                left = await Take(activity, reference, ct);
            }
            return left is null ? new Next(null, null, true, "", 0, null, null) : await steps.After(left, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Logs.TurnFailed(log, activity, turn.Enrollment, fault);
            // What an activity throws is kept in the task hub's history, where only ids may stand.
            throw new TurnFailedException(fault.GetType().Name);
        }
    }

    /// <summary>Takes what came in, fires a timer that is due, does one effect if it is this activity's own.</summary>
    Task<Enrollment?> Take(string activity, EnrollmentRef reference, CancellationToken ct)
    {
        string? mine = null;
        return turns.Take(reference, () => false, IsMine, ct);

        async ValueTask<bool> IsMine(Enrollment e, Effect effect)
        {
            var id = effect switch { Effect.RunAction a => $"{a.EffectId}/{a.Attempt}", Effect.Evaluate q => q.EffectId, _ => null };
            if (id is null) return false;
            if (mine is not null) return mine == id;
            if (ActivityNames.Of(await deeds.Definition(e, e.Version, ct), effect) != activity) return false;
            mine = id;
            return true;
        }
    }
}

/// <summary>A turn that could not be taken; the fault itself is in the log.</summary>
public sealed class TurnFailedException(string fault) : Exception($"The turn failed: {fault}. The log has the details.");
