using System.Collections.Concurrent;

namespace AesthetixWorkflows.Runtime.Pacing;

/// <summary>How often a practice may do something in one minute of the clock. Counted by each process for itself.</summary>
public abstract class MinuteRate(int most)
{
    readonly ConcurrentDictionary<string, (long Minute, int Count)> _asked = new();

    /// <param name="after">How long to wait when it is one too many.</param>
    public bool Admit(string practice, DateTimeOffset now, out TimeSpan after)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        var (_, count) = _asked.AddOrUpdate(practice, (minute, 1), (_, known) => known.Minute == minute ? (minute, known.Count + 1) : (minute, 1));
        after = TimeSpan.FromSeconds(60 - now.ToUnixTimeSeconds() % 60);
        return count <= most;
    }
}
