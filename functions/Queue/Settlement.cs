namespace AesthetixWorkflows.Functions.Queue;

/// <summary>What is to become of a message.</summary>
public abstract record Settlement
{
    private Settlement() { }

    /// <summary>Kept and routed.</summary>
    public sealed record Done : Settlement { public static readonly Done Instance = new(); }

    /// <summary>It will never be taken; a person may look at it.</summary>
    public sealed record Dead(string Reason, string Description) : Settlement;

    /// <summary>The store is away: it is to come again after a while, and before all that came later.</summary>
    /// <param name="Waits">How many of its deliveries are not counted against it from then on.</param>
    public sealed record Later(TimeSpan After, int Waits) : Settlement;

    /// <summary>Something went wrong that may be a bug: the queue delivers it again, and counts.</summary>
    public sealed record Again : Settlement { public static readonly Again Instance = new(); }
}
