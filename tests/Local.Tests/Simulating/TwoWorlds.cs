using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Ahead;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>A real embedded host whose clock only moves when it is told to, and the simulator over the same store.</summary>
sealed class TwoWorlds : IAsyncDisposable
{
    readonly Plain _web = new();

    public Clinic Clinic { get; }

    public TwoWorlds() => Clinic = new(new LocalCarriers(new StoppedClock()), services => services.AddSingleton<IOutboundClient>(_web));

    public Task Open() => Clinic.Open();

    /// <summary>Tells the story twice and insists that it is the same story.</summary>
    /// <returns>Null: a story too long to be told twice.</returns>
    public async Task<SimulationTrace?> Agree(Story story, int mostLines = 1000)
    {
        var (workflow, contact) = await Furnish(story);

        var simulated = await Simulate(story, workflow, contact);
        Assert.Empty(await Clinic.Enrollments(contact));
        if (simulated.Lines.Count >= mostLines) return null;
        await Publish(workflow, story.Definition);
        await Play(story, workflow, contact);

        Assert.True(simulated.Ended.Code is "over" or "waiting" or "horizon" or "notEnrolled", simulated.Ended.Words);
        var real = await Telling.Of(Clinic, workflow, contact, story.ToTheSecond);
        var told = Telling.Of(simulated, story.ToTheSecond);
        Assert.True(real.SequenceEqual(told), $"{story.Told}\nreal:\n{string.Join('\n', real)}\nsimulated:\n{string.Join('\n', told)}\n{string.Join('\n', simulated.Events)}\n{simulated.Trigger} {simulated.Ended}");
        Assert.Equal(Telling.Messages(Clinic, workflow, contact), Telling.Messages(simulated));
        await Clear(story, workflow);
        return simulated;
    }

    /// <summary>Tells the story's beginning, asks what comes next, lets time pass in which nothing happens, and insists that this came.</summary>
    /// <param name="happenings">How much of the story is told.</param>
    /// <param name="later">How long after it somebody asks.</param>
    /// <returns>Null: more comes than is told, or not always the same.</returns>
    public async Task<ContactAhead?> Foresee(Story story, int happenings, TimeSpan later)
    {
        var (workflow, contact) = await Furnish(story);
        await Publish(workflow, story.Definition);
        var start = Clinic.Now;
        await Happen(story.First, contact, start);
        foreach (var what in story.Then.OrderBy(h => h.After).Take(happenings))
        {
            await PassTo(start + what.After, contact);
            await Happen(what, contact, start);
        }
        await PassTo(Clinic.Now + later, contact);

        var ahead = (await Looking().Of(Clinic.Id, contact))!;
        var certain = ahead.Cut is null && !ahead.Items.Any(item => item.Notes.Any(note => note.Code is "ahead.drip" or "ahead.answer"));
        if (certain)
        {
            var told = Coming.Of(ahead);
            await PassTo(ahead.Until, contact);
            var came = await Coming.Of(Clinic, contact, ahead.At);
            Assert.True(came.SequenceEqual(told), $"{story.Told}\nasked {ahead.At:O} after {happenings}\ncame:\n{string.Join('\n', came)}\ntold:\n{string.Join('\n', told)}\n{string.Join('\n', ahead.Enrollments)}");
            await Coming.Stops(Clinic, ahead);
        }
        await Clear(story, workflow);
        return certain ? ahead : null;
    }

    public Lookahead Looking() =>
        new(Clinic.Store, Clinic.Get<ProductCatalogue>(), Clinic.Get<WorkflowBook>(), Clinic.Get<PracticeBook>(), Clinic.Get<TimeProvider>(), Clinic.Get<PageAddresses>()) { Longest = TimeSpan.FromMinutes(1) };

    /// <summary>From due time to due time, as it would go if time really passed.</summary>
    async Task PassTo(DateTimeOffset end, string contact)
    {
        while ((await Clinic.Enrollments(contact)).Where(e => e is { IsLive: true, Status: not EnrollmentStatus.Paused }).Select(e => e.Pending.DueAt).Where(at => at > Clinic.Now).Min() is { } due && due <= end)
            await Clinic.PassUntil(due);
        await Clinic.PassUntil(end);
    }

    async Task<(string Workflow, string Contact)> Furnish(Story story)
    {
        await Clinic.Change(story.Where);
        var more = new ChangeSet(Clinic.Id);
        story.With(more);
        await Clinic.Store.Commit(more);
        if (story.Start > TimeSpan.Zero) await Clinic.PassUntil(Clinic.Now + story.Start);
        foreach (var (id, other) in story.Others) await Publish(id, other);
        var contact = await Clinic.Person("Ada", story.Who);
        var workflow = story.Id ?? Clinic.Get<IIdSource>().New("wf");
        await Draft(workflow, story.Definition);
        _web.Status = story.WebStatus;
        return (workflow, contact);
    }

    async Task Clear(Story story, string workflow)
    {
        await Put(workflow, w => w with { Status = WorkflowStatus.Draft }, story.Definition);
        foreach (var (id, other) in story.Others) await Put(id, w => w with { Status = WorkflowStatus.Draft }, other);
    }

    Task<SimulationTrace> Simulate(Story story, string workflow, string contact)
    {
        var start = Clinic.Now;
        return Clinic.Get<Simulator>().Run(new()
        {
            Practice = Clinic.Id, WorkflowId = workflow, Definition = DefinitionReader.Read(story.Definition).Definition!, Json = story.Definition, ContactId = contact,
            Event = new(story.First.Type, story.First.At(start)), StartAt = start, Horizon = story.Horizon,
            Script = [.. story.Then.Select(h => new ScriptEntry(start + h.After, new(h.Type, h.At(start))))],
            Answers = DefinitionReader.Read(story.Definition).Definition!.Steps.Keys.ToDictionary(id => id, _ => new WebAnswer(story.WebStatus)),
        });
    }

    async Task Play(Story story, string workflow, string contact)
    {
        var (start, end) = (Clinic.Now, Clinic.Now + story.Horizon);
        await Happen(story.First, contact, start);
        var script = new Queue<Happening>(story.Then.OrderBy(h => h.After));
        while (true)
        {
            DateTimeOffset? scripted = script.TryPeek(out var next) ? start + next.After : null;
            var due = (await Clinic.Enrollments(contact)).Where(e => e.WorkflowId == workflow && e is { IsLive: true, Status: not EnrollmentStatus.Paused })
                .Select(e => e.Pending.DueAt).Where(at => at > Clinic.Now).Min();
            if ((scripted is null || due < scripted ? due : scripted) is not { } at || at > end) return;
            if (at == scripted && at != due)
            {
                Clinic.Carrier.Advance(at - Clinic.Now);
                while (script.TryPeek(out var now) && start + now.After <= at) await Happen(script.Dequeue(), contact, start);
            }
            else await Clinic.PassUntil(at);
        }
    }

    async Task Happen(Happening what, string contact, DateTimeOffset start)
    {
        var data = what.At(start);
        var changes = new ChangeSet(Clinic.Id);
        var told = await Beforehand.Prepare(new(what.Type, data), Clinic.Id, contact, Clinic.Store, Clinic.Get<IIdSource>().New, Clinic.Now, changes);
        Assert.True((await Clinic.Store.Commit(changes)).Ok);
        await Clinic.Happens(told.Type, contact, told.Data);
        await Clinic.Quiet();
    }

    Task Draft(string id, System.Text.Json.JsonElement definition) => Put(id, w => w, definition);

    // Straight into the store: random definitions need not please the linter.
    async Task Publish(string id, System.Text.Json.JsonElement definition)
    {
        await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Version, $"{id}.1", new WorkflowVersion(id, 1, "ver_1", definition, null, "test", Clinic.Now)));
        await Put(id, w => w with { Status = WorkflowStatus.Published, Version = 1 }, definition);
    }

    async Task Put(string id, Func<Workflow, Workflow> change, System.Text.Json.JsonElement definition)
    {
        var known = await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, id);
        var body = known?.Body ?? new Workflow { Name = id, Draft = definition, CreatedAt = Clinic.Now };
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Workflow, id, change(body), known?.Revision ?? 0))).Ok);
    }

    public ValueTask DisposeAsync() => Clinic.DisposeAsync();
}
