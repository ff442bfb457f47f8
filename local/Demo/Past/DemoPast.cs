using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Providers.Sandbox;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Local.Storage;

namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>Gives a new demonstration practice the two weeks before today, so that its lists and pictures show a practice at
/// work. Only what people do is made up; the engine itself carries it, under a clock of its own.</summary>
sealed class DemoPast(SqliteStore store, ProductCatalogue catalogue, SandboxProvider sandbox, LinkKeys keys, PageAddresses pages, TimeProvider today, string mark)
{
    /// <summary>A little more than the first scene needs.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(15);

    readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The practice has no past yet, or only the beginning of one: a process ended while it was played.</summary>
    public bool IsWanted => File.Exists(mark);

    /// <summary>Ends when the past has been played, however that went.</summary>
    public Task Over => _over.Task;

    /// <summary>To be played, whatever happens to this process: what has been carried already is not carried again.</summary>
    public void Want() => File.WriteAllText(mark, "The demonstration's past has not been played to its end.");

    public async Task Play(CancellationToken ct)
    {
        try
        {
            await PlayAll(ct);
            File.Delete(mark);
        }
        finally
        {
            _over.TrySetResult();
        }
    }

    async Task PlayAll(CancellationToken ct)
    {
        var end = today.GetUtcNow();
        var story = PastStory.Until(end);
        await using var then = new PastEngine(store, catalogue, sandbox, keys, pages, story[0].At);
        foreach (var scene in story)
        {
            await Carry(scene.At);
            then.Clock.MoveTo(scene.At);
            await Show(scene);
            await Settle();
        }
        await Carry(end);

        // From due time to due time, as if somebody had waited.
        async Task Carry(DateTimeOffset until)
        {
            while (await store.Due(until, 1, ct) is [var due])
            {
                then.Clock.MoveTo(due.DueAt);
                await Turn(new(due.Practice, due.Id));
                await Settle();
            }
        }

        async Task Settle()
        {
            while (true)
            {
                // What a newcomer sends meanwhile is of today, and waits for today's host.
                var events = (await store.Unrouted(int.MaxValue, ct)).Where(e => e.At < end).ToList();
                var inbox = await store.WithInbox(int.MaxValue, ct);
                var due = await store.Due(then.Clock.GetUtcNow(), int.MaxValue, ct);
                if (events.Count + inbox.Count + due.Count == 0) return;
                foreach (var e in events) await then.Get<EventRouter>().Route(e, ct);
                foreach (var enrollment in inbox.Concat(due.Select(row => new EnrollmentRef(row.Practice, row.Id)))) await Turn(enrollment);
            }
        }

        Task Turn(EnrollmentRef enrollment) => then.Get<EnrollmentTurn>().Take(enrollment, () => false, null, ct);

        async Task<bool> HasSale(string contactId, string name) =>
            (await store.List(Kinds.Opportunity, DemoPractice.Id, new(200, Index: "contact", Value: contactId), ct)).Items.Any(known => known.Body.Name == name);

        async Task Show(Scene scene)
        {
            switch (scene)
            {
                case Scene.Happens { Event: var e }:
                    await then.Get<EventIntake>().Accept(DemoPractice.Id, [e], ct);
                    break;
                case Scene.TasksDone:
                    var done = new ChangeSet(DemoPractice.Id);
                    foreach (var task in (await store.List(Kinds.Task, DemoPractice.Id, new(200), ct)).Items.Where(task => task.Body.CompletedAt is null))
                        done.Put(Kinds.Task, task.Id, task.Body with { CompletedAt = scene.At, Result = "done" }, task.Revision);
                    await store.Commit(done, ct);
                    break;
                case Scene.Sale sale when await store.FindBy(Kinds.Contact, DemoPractice.Id, "email", sale.Email, ct) is { } contact && !await HasSale(contact.Id, sale.Name):
                    await store.Commit(new ChangeSet(DemoPractice.Id).Put(Kinds.Opportunity, then.Get<IIdSource>().New(Kinds.Opportunity.Prefix), new Opportunity
                    {
                        ContactId = contact.Id, Name = sale.Name, PipelineId = "pipe_consultations", StageId = sale.Stage, Value = sale.Value, Source = "demonstration",
                        AssignedTo = "usr_frontdesk", CreatedAt = sale.At, ChangedAt = sale.At,
                        Status = sale.Stage is "sold" ? OpportunityStatus.Won : OpportunityStatus.Open,
                    }, 0), ct);
                    break;
            }
        }
    }
}
