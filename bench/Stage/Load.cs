using System.Diagnostics;

namespace AesthetixWorkflows.Bench.Stage;

/// <summary>So many pieces of work, so many at a time.</summary>
static class Load
{
    /// <returns>How long each took, in milliseconds.</returns>
    public static async Task<double[]> Run(int count, int atATime, Func<int, Task> work)
    {
        var (times, next) = (new double[count], -1);
        async Task Worker()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                var begun = Stopwatch.GetTimestamp();
                await work(i);
                times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        }
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(Worker)));
        return times;
    }
}
