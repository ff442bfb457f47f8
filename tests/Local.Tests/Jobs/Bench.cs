using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Tests.Jobs;

/// <summary>What works on jobs, over any store and without a host around it.</summary>
sealed class Bench
{
    public Bench(IStore store)
    {
        var (clock, ids) = (new StoppedClock(), new IdSource(TimeProvider.System));
        var (workflows, practices) = (new WorkflowBook(store, clock, TimeSpan.Zero), new PracticeBook(store, clock, TimeSpan.Zero));
        Desk = new(store, ids);
        Jobs = new(store, new Enroller(store, workflows, practices, ids, clock), new Operator(store, ids), practices, clock);
    }

    public JobDesk Desk { get; }
    public JobRunner Jobs { get; }
}
