using System.Collections.Concurrent;

namespace AesthetixWorkflows.Runtime.Drafting;

/// <summary>How often a practice may ask for a draft: a person never comes near it, and a program cannot run up a model's bill.</summary>
public sealed class DraftingRate(int perMinute = DraftingRate.PerMinute)
{
    public const int PerMinute = 20;

    readonly ConcurrentDictionary<string, (long Minute, int Count)> _asked = new();

    /// <param name="after">How long to wait when it is one too many.</param>
    public bool Admit(string practice, DateTimeOffset now, out TimeSpan after)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        var (_, count) = _asked.AddOrUpdate(practice, (minute, 1), (_, known) => known.Minute == minute ? (minute, known.Count + 1) : (minute, 1));
        after = TimeSpan.FromSeconds(60 - now.ToUnixTimeSeconds() % 60);
        return count <= perMinute;
    }
}
