using System.Collections.Concurrent;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>How often one address may be used: far more than a person does. Counted by token and not by caller, since one mail
/// provider asks for thousands of people.</summary>
/// <remarks>Only tokens that we have signed are counted, so a stranger cannot fill the list.</remarks>
sealed class TokenRate(TimeProvider clock)
{
    const int MostInWindow = 30, MostTokens = 20_000;
    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<string, Uses> _known = new();

    public bool Admit(string token)
    {
        if (_known.Count >= MostTokens) _known.Clear();
        var uses = _known.GetOrAdd(token, _ => new(clock.GetTimestamp()));
        lock (uses)
        {
            if (clock.GetElapsedTime(uses.Since) >= Window) (uses.Since, uses.Count) = (clock.GetTimestamp(), 0);
            return ++uses.Count <= MostInWindow;
        }
    }

    sealed class Uses(long since)
    {
        public long Since = since;
        public int Count;
    }
}
