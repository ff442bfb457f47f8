using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Crashing;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Events about the same person are routed in the order in which they were kept, however long one of them takes;
/// nobody else waits for that.</summary>
public abstract class OrderSpec<THost> : IAsyncLifetime where THost : ICrashCarriers, new()
{
    /// <summary>Fewer than the lanes of any host.</summary>
    const int Lanes = 32;

    /// <summary>What a worker does in the moment before it keeps an event, or writes what became of one.</summary>
    protected Func<Change, Task> Slow { get; set; } = _ => Task.CompletedTask;

    protected Clinic Clinic { get; }

    protected OrderSpec()
    {
        var host = new THost();
        Clinic = new(host, services => host.Wrap(services, inner => new CrashableStore(inner)
        {
            Before = changes => changes.Changes.OrderBy(change => change is Change.Routed ? 0 : 1).FirstOrDefault(change => change is Change.Routed or Change.Accept) is { } change ? Slow(change) : Task.CompletedTask,
        }));
    }

    public async Task InitializeAsync()
    {
        await Clinic.Open();
        // Whoever has booked gets no "please book".
        await Clinic.Publish(new Flow("form.submitted", Delay("week", "P7D"), Text("nag"), Goal("booked", "appointment.booked", "continue"), Email("thanks")));
    }

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task A_goal_that_comes_right_after_the_form_is_never_routed_before_it()
    {
        const int Many = 24;
        var chance = new Random(7);
        var waits = Enumerable.Range(0, Many).Select(_ => chance.Next(60)).ToArray();
        var patients = new List<string>();
        for (var n = 0; n < Many; n++) patients.Add(await Clinic.Person());
        await Clinic.Quiet();
        Slow = change => change is Change.Routed { Event: { Type: "form.submitted" } e } ? Task.Delay(waits[patients.IndexOf(e.ContactId!)]) : Task.CompletedTask;
        await Task.WhenAll(patients.Select(async patient =>
        {
            await Clinic.Form(patient);
            await Clinic.Books(patient, $"visit-{patient}", Clinic.Now.AddDays(20));
        }));
        await Clinic.Quiet();
        await Clinic.Pass("P8D");
        Assert.Equal(Enumerable.Repeat("thanks", Many), Clinic.Sent());
    }

    [Fact]
    public async Task While_one_persons_event_takes_long_another_persons_go_on()
    {
        var (ada, grace) = (await Clinic.Person("Ada"), await Clinic.Person("Grace"));
        while (LaneKey.Lane(ada, Lanes) == LaneKey.Lane(grace, Lanes)) grace = await Clinic.Person("Grace");
        await Clinic.Quiet();
        var over = new TaskCompletionSource();
        Slow = change => change is Change.Routed { Event: { Type: "form.submitted" } e } && e.ContactId == ada ? over.Task : Task.CompletedTask;

        await Clinic.Form(ada);
        var booked = await Clinic.Books(ada, "visit-1", Clinic.Now.AddDays(20));
        await Clinic.Form(grace);
        var other = await Clinic.Books(grace, "visit-2", Clinic.Now.AddDays(20));
        for (var until = DateTime.UtcNow.AddSeconds(40); (await Clinic.Store.FindEvent(Running.Clinic.Id, other))!.Result is null;)
        {
            Assert.True(DateTime.UtcNow < until, "Grace waits for Ada.");
            await Task.Delay(5);
        }
        Assert.Null((await Clinic.Store.FindEvent(Running.Clinic.Id, booked))!.Result);

        over.SetResult();
        await Clinic.Quiet();
        Assert.Equal("signalled:1", (await Clinic.Store.FindEvent(Running.Clinic.Id, booked))!.Result);
        Assert.Equal(["thanks", "thanks"], Clinic.Sent());
    }
}
