using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Overlay;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>One simulation under way: goes from due time to due time, and at each does everything there is to do, in the
/// order in which it was written down.</summary>
sealed class Rehearsal(SimulationRequest request, OverlayStore store, VirtualClock clock, Engine engine, TraceWriter trace)
{
    public const string Source = "simulation", Start = "start";
    /// <summary>In a script: the system that a step has called answers later. No event, but an answer to that one call.</summary>
    public const string CalledBack = "callback.received";

    string? _contactId = request.ContactId;
    TriggerTrace? _trigger;
    string? _refused;
    int _routed;

    Playing Play => field ??= new(request.Practice, store, clock, engine, trace.IsOwn, () => IsFull, Route);
    bool IsFull => trace.Lines.Count >= SimulationLimits.Lines || _routed >= SimulationLimits.Events;

    public async Task<SimulationTrace> Run(CancellationToken ct)
    {
        await Invite(ct);
        store.Written = Observe;
        if (request.Event is { } first) await Happen(first, Start, ct);
        else _refused = (await engine.Enroller.Enroll(new EnrollRequest(request.Practice, request.WorkflowId, _contactId, null, null, null, null, "simulation"), ct)).Refused;
        await Play.Settle(ct);

        var (end, script) = (clock.Now + request.Horizon, new Queue<ScriptEntry>(request.Script.OrderBy(entry => entry.At)));
        var goesOn = false;
        while (!IsFull && Earliest(Play.NextDue(), script.TryPeek(out var entry) ? entry.At : null) is { } next)
        {
            if (goesOn = next > end) break;
            clock.MoveTo(next);
            // What happens at the very moment at which a timer rings is heard before it.
            for (var n = request.Script.Count - script.Count; script.TryPeek(out var due) && due.At <= clock.Now; n++) await Happen(script.Dequeue().Event, $"script/{n}", ct);
            Play.PokeDue();
            await Play.Settle(ct);
        }
        return new(request.StartAt, clock.Now, _trigger, _refused is null ? null : CodeWords.Reason(_refused), trace.Lines, trace.Events,
            [.. store.Enrollments.All.Where(e => trace.IsOwn(e.Id)).Select(trace.End)], CodeWords.Reason(WhyOver(goesOn)));
    }

    /// <summary>Somebody made up comes into being.</summary>
    async Task Invite(CancellationToken ct)
    {
        if (request.Contact is not { } guest) return;
        _contactId = engine.Ids.New(Kinds.Contact.Prefix);
        var body = guest.CreatedAt == default ? guest with { CreatedAt = clock.Now } : guest;
        await store.Commit(new ChangeSet(request.Practice).Put(Kinds.Contact, _contactId, body, 0), ct);
    }

    async Task Happen(TriedEvent what, string sourceId, CancellationToken ct)
    {
        if (what.Type == CalledBack)
        {
            await Answer(what.Data, ct);
            return;
        }
        var changes = new ChangeSet(request.Practice);
        what = await Beforehand.Prepare(what, request.Practice, _contactId, store, engine.Ids.New, clock.Now, changes, ct);
        await store.Commit(changes.Add(new Change.Accept(new PracticeEvent(
            engine.Ids.New("evt"), request.Practice, Source, sourceId, what.Type, clock.Now, _contactId, what.Data))), ct);
    }

    /// <param name="data"><c>stepId</c>: whose call is answered; <c>body</c>: with what.</param>
    async Task Answer(JsonElement data, CancellationToken ct)
    {
        var step = data.TryGetProperty("stepId", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
        var body = data.TryGetProperty("body", out var said) && said.ValueKind is JsonValueKind.Object ? said : JsonElement.Parse("{}");
        foreach (var e in Play.Carried().Where(e => e.StepId == step && e.Pending is Pending.Action).ToList())
            await engine.Callbacks.Take(e.Practice, ((Pending.Action)e.Pending).EffectId, body, ct);
    }

    void Observe(ChangeSet changes, Change change, string? before)
    {
        trace.Observe(change, before, clock.Now);
        Play.Observe(change);
    }

    async Task Route(PracticeEvent e, CancellationToken ct)
    {
        _routed++;
        var result = await engine.Router.Route(e, ct);
        if (_routed > 1 || request.Event is null) return;
        var kept = (await store.FindEvent(e.Practice, e.Id, ct))!.Event;
        _contactId ??= kept.ContactId;
        _trigger = await Explain(kept, result, ct);
    }

    /// <summary>The first event, asked once more of each trigger, with the facts that the router had.</summary>
    async Task<TriggerTrace> Explain(PracticeEvent e, string result, CancellationToken ct)
    {
        var practice = await engine.Practices.Of(e.Practice, ct);
        var contact = e.ContactId is null ? null : await store.Find(Kinds.Contact, e.Practice, e.ContactId, ct);
        var setting = new Setting(FactLoader.Of(e.Practice, practice, contact, e), clock.Now, ContactClock.Of(contact?.Body, practice));
        var verdicts = TriggerReport.Of(request.WorkflowId, request.Definition, e.Type, setting);
        var admitted = result.Contains("enrolled:", StringComparison.Ordinal);
        var why = admitted || result is not "ignored" && !result.StartsWith("signalled:", StringComparison.Ordinal) ? new Reason(result, CodeWords.OfResult(result))
            : CodeWords.Reason(verdicts.FirstOrDefault(v => v.Code == TriggerReport.Filter)?.Code ?? verdicts.FirstOrDefault(v => v.Code == TriggerReport.Disabled)?.Code ?? TriggerReport.OtherType);
        return new(verdicts.FirstOrDefault(v => v.Holds)?.Id, admitted, why, verdicts);
    }

    string WhyOver(bool goesOn) =>
        trace.Lines.Count >= SimulationLimits.Lines ? "limit.lines"
        : _routed >= SimulationLimits.Events ? "limit.events"
        : goesOn ? "horizon"
        : !store.Enrollments.All.Any(e => trace.IsOwn(e.Id)) ? "notEnrolled"
        : Play.Carried().Any() ? "waiting" : "over";

    static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}
