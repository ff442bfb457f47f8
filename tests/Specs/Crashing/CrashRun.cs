using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>One way through the full journey, with a host that dies at the n-th write and another one that takes over.</summary>
sealed class CrashRun(ICrashCarriers carriers, bool confirms) : IAsyncDisposable
{
    readonly string _path = Path.GetTempFileName();
    CrashableStore? _store;
    int _at;
    Crash _how;

    public int Writes { get; private set; }
    public bool Crashed { get; private set; }
    public Dictionary<string, int> Outbox { get; private set; } = [];
    public IReadOnlyList<Message> Messages { get; private set; } = [];
    public IReadOnlyList<Enrollment> Enrollments { get; private set; } = [];
    public IReadOnlyList<string> Trace { get; private set; } = [];
    public IReadOnlyList<string> Tasks { get; private set; } = [];

    /// <param name="at">0: never.</param>
    public async Task Go(int at, Crash how)
    {
        using var outbox = new FlakyOutbox(_path, confirms);
        await using var clinic = new Clinic(carriers, services =>
        {
            services.AddSingleton<IMessageProvider>(outbox);
            carriers.Wrap(services, inner => _store = new CrashableStore(inner).CrashAt(_at, _how));
        });
        await clinic.Open();
        var due = clinic.Now.AddDays(2);
        await FullJourney.Publish(clinic, due);
        var contact = await clinic.Person();
        await clinic.Quiet();

        // Counted from here: the host that dies is a fresh one.
        (_at, _how) = (at == 0 ? 0 : _store!.Commits + at, how);
        _store!.CrashAt(_at, _how);
        var before = _store.Commits;
        for (var going = true; going;)
        {
            try
            {
                await QuietOrDead(clinic);
                going = _store.IsDead || await FullJourney.Play(clinic, contact, due);
            }
            catch (CrashedException)
            {
                going = true;
            }
            if (!_store.IsDead) continue;
            Crashed = true;
            _at = 0;
            await clinic.Restart();
        }
        Writes = _store.Commits - before;
        await clinic.Quiet();
        (Outbox, Messages, Enrollments) = (FlakyOutbox.Lines(_path), await clinic.Messages(), await clinic.Enrollments(contact));
        Trace = [.. FullJourney.Trace(await clinic.Log(Enrollments.Single(e => e.WorkflowId == FullJourney.Main).Id))];
        Tasks = [.. (await clinic.Store.List(Kinds.Task, Clinic.Id, new(50))).Items.Select(t => t.Body.Title)
            .Concat((await clinic.Store.List(Kinds.Note, Clinic.Id, new(50))).Items.Select(n => n.Body.Text))];
    }

    async Task QuietOrDead(Clinic clinic)
    {
        var until = DateTime.UtcNow.AddSeconds(40);
        for (var calm = 0; calm < 3 && !_store!.IsDead;)
        {
            calm = await clinic.Carrier.IsQuiet() ? calm + 1 : 0;
            Assert.True(DateTime.UtcNow < until, $"The host never came to rest after a crash at write {_at}, {_how}.");
            await Task.Delay(1);
        }
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_path);
        return ValueTask.CompletedTask;
    }
}
