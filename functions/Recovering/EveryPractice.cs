using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Recovering;

/// <summary>Does something for each practice; what goes wrong at one does not concern the others.</summary>
public sealed class EveryPractice(IStore store, TimeProvider clock, ILogger<EveryPractice> log)
{
    public async Task Do(string what, Func<string, CancellationToken, Task> deed, CancellationToken ct)
    {
        var all = await store.Practices(ct);
        // Another one first each minute: a run that is cut short must not always leave out the same ones.
        var first = all.Count == 0 ? 0 : (int)(clock.GetUtcNow().ToUnixTimeSeconds() / 60 % all.Count);
        foreach (var practice in all.Skip(first).Concat(all.Take(first)))
            try
            {
                await deed(practice, ct);
            }
#pragma warning disable CA1031 // As above; it is tried again in a minute.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Logs.PracticeFailed(log, what, practice, fault);
            }
    }
}
