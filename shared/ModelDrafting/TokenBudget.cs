namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Counts tokens by the day, so that a bill has a ceiling.</summary>
sealed class TokenBudget(long mostPerDay, TimeProvider clock)
{
    readonly Lock _gate = new();
    DateOnly _day;
    long _spent;

    public bool IsLeft
    {
        get { lock (_gate) { Turn(); return _spent < mostPerDay; } }
    }

    public void Spend(long tokens)
    {
        lock (_gate) { Turn(); _spent += Math.Max(0, tokens); }
    }

    void Turn()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (today != _day) (_day, _spent) = (today, 0);
    }
}
