namespace AesthetixWorkflows.Local.Storage;

/// <summary>A question whose answer is written down in the same breath: a place in a drip, an idempotency key.</summary>
sealed class Asked<T>(Func<Families, T> question) : Work
{
    readonly TaskCompletionSource<T> _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T? _answer;

    public Task<T> Answer => _waiter.Task;

    public override void Do(Families families, DateTimeOffset now) => _answer = question(families);
    public override void Done() => _waiter.SetResult(_answer!);
    public override void Failed(Exception e) => _waiter.SetException(e);
}
