using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>Carries one enrollment: calls the activity that is next, waits on a durable timer, wakes when something came.
/// It knows no definition and decides nothing about the workflow, so new code for steps, triggers or the machine never
/// meets the history of one that is asleep. Changing this file does: see docs/guides/operating.md.</summary>
public static class EnrollmentOrchestrator
{
    /// <summary>The external event that says: look at the enrollment's row. It has no content, so none can be lost: the input
    /// itself was committed before.</summary>
    public const string Came = "came";

    /// <summary>After this many turns a new history begins, however long the workflow lives.</summary>
    public const int TurnsPerHistory = 25;

    static readonly TimeSpan LongestTrouble = TimeSpan.FromMinutes(10);

    [Function(nameof(EnrollmentOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, Carry carry)
    {
        var (next, news, trouble) = (carry.Next, carry.News, carry.Trouble);
        var came = context.WaitForExternalEvent<object?>(Came);
        for (var turns = 0; !next.Over; turns++)
        {
            context.SetCustomStatus(Standing.Of(next, trouble));
            if (turns == TurnsPerHistory)
            {
                context.ContinueAsNew(carry with { Next = next, News = news || came.IsCompleted, Trouble = trouble });
                return;
            }
            var rang = !news && await Wait(context, next, came);
            // One look sees everything that came so far.
            for (; came.IsCompleted; came = context.WaitForExternalEvent<object?>(Came)) news = true;
            var activity = rang || next is { At: null, Activity: not null } ? next.Activity! : ActivityNames.Evaluate;
            try
            {
                news = false;
                next = await context.CallActivityAsync<Next>(activity, new Turn(carry.Practice, carry.Enrollment, rang));
                trouble = 0;
            }
            catch (TaskFailedException)
            {
                // Storage is away, or a bug: nothing was done that is not written down, so it is tried again, for ever.
                trouble++;
                news = true;
                await context.CreateTimer(context.CurrentUtcDateTime + Pause(trouble), CancellationToken.None);
            }
        }
    }

    /// <returns>True: it is time. False: something came first.</returns>
    static async Task<bool> Wait(TaskOrchestrationContext context, Next next, Task came)
    {
        if (next is { Activity: not null, At: null }) return true;
        if (next.At is not { } at)
        {
            await came;
            return false;
        }
        if (at.UtcDateTime <= context.CurrentUtcDateTime) return true;
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(at.UtcDateTime, stop.Token);
        if (await Task.WhenAny(timer, came) == timer) return true;
        // Not CancelAsync: that leaves the orchestrator's thread.
        stop.Cancel();
        return false;
    }

    static TimeSpan Pause(int trouble) =>
        trouble < 8 ? TimeSpan.FromSeconds(5 << (trouble - 1)) : LongestTrouble;
}
