namespace AesthetixWorkflows.Functions.Storage;

/// <summary>One effect that asks when it may go on.</summary>
sealed record DripAsk(string EffectId, int Batch, TimeSpan Every, DateTimeOffset Now)
{
    public TaskCompletionSource<DateTimeOffset> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The place after the last one: in the batch being filled, in the one after it, or, when the last batch has
    /// lain idle for its interval, in a new one now.</summary>
    public (long Release, int Taken) After((long Release, int Taken)? filling)
    {
        if (filling is not var (release, taken) || release + Every.Ticks <= Moment.Of(Now)) return (Moment.Of(Now), 1);
        return taken < Batch ? (release, taken + 1) : (release + Every.Ticks, 1);
    }
}
