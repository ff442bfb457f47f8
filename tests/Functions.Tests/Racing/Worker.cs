using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Crashing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>One process over the practice's store. Nothing runs in it by itself: a test says what is routed and whose turn it is.</summary>
sealed class Worker : IDisposable
{
    readonly ServiceProvider _services;

    public Worker(IStore shared, TimeProvider clock, IIdSource ids, IMessageProvider post)
    {
        Store = new(shared);
        _services = new ServiceCollection().AddWorkflowRuntime(TimeSpan.Zero).AddSingleton<IStore>(Store).AddSingleton(clock).AddSingleton(ids)
            .AddSingleton(Builtin.Catalogue()).AddSingleton(post).AddSingleton<Operator>().BuildServiceProvider();
    }

    /// <summary>This worker's way to the store: what others do between two of its steps is hung in here.</summary>
    public CrashableStore Store { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> Route(string eventId) => await Get<EventRouter>().Route((await Store.FindEvent(Practice.Id, eventId))!.Event);

    public Task<Enrollment?> Turn(string enrollment) => Get<EnrollmentTurn>().Take(new(Practice.Id, enrollment), () => false, null, CancellationToken.None);

    /// <summary>Once, in the moment before this worker reads such a thing.</summary>
    public void BeforeReading(string what, Func<Task> others) => Store.BeforeReading = async read =>
    {
        if (read != what) return;
        Store.BeforeReading = null;
        await others();
    };

    /// <summary>Once, in the moment before this worker writes such a set.</summary>
    public void BeforeWriting(Func<ChangeSet, bool> which, Func<Task> others) => Store.Before = async set =>
    {
        if (!which(set)) return;
        Store.Before = null;
        await others();
    };

    public void Dispose() => _services.Dispose();
}
