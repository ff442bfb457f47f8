using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Enrolling;

/// <summary>Decides on entry and writes the new enrollment, already on its first step.</summary>
public sealed class Enroller(IStore store, WorkflowBook workflows, PracticeBook practices, IIdSource ids, TimeProvider clock)
{
    /// <summary>Enrolls now, in a commit of its own: "Add to Workflow" by a person.</summary>
    public async Task<EnrollResult> Enroll(EnrollRequest request, CancellationToken ct = default)
    {
        if (await store.Find(Kinds.Contact, request.Practice, request.ContactId ?? "", ct) is not { } contact) return new(null, "contact.unknown");
        for (var attempt = 0; ; attempt++)
        {
            var changes = new ChangeSet(request.Practice);
            var result = await Prepare(request, contact.Body, changes, ct);
            if (result.Refused is not null)
            {
                // A guard that trips says so in the audit.
                await store.Commit(changes, ct);
                return result;
            }
            // A conflict is somebody else enrolling the same contact this very moment: look again.
            var committed = await store.Commit(changes, ct);
            if (committed.Ok) Tally.Committed(changes);
            if (committed.Ok) return result;
            if (attempt == 8) throw new InvalidOperationException($"Enrolling {request.ContactId} in {request.WorkflowId} keeps conflicting.");
        }
    }

    /// <summary>Adds the enrollment to the changes of its cause, so that both happen or neither does.</summary>
    public async Task<EnrollResult> Prepare(EnrollRequest request, Contact? contact, ChangeSet changes, CancellationToken ct = default)
    {
        using var span = Spans.Enroll(request.Practice, request.WorkflowId, request.Event);
        if (await workflows.Workflow(request.Practice, request.WorkflowId, ct) is not { Body: { Status: WorkflowStatus.Published, DeletedAt: null } workflow })
            return new(null, "workflow.notPublished");
        if (PracticeHolidays.Into(await workflows.Version(request.Practice, request.WorkflowId, workflow.Version, ct), await practices.Of(request.Practice, ct)) is not { } definition)
            return new(null, "workflow.notPublished");

        var now = clock.GetUtcNow();
        var data = request.Event?.Data;
        var scope = EntryRules.ScopeKey(definition.Settings.Scope, request.Event?.Type, FactLoader.TextIn(data, "appointment", "id"),
            FactLoader.TextIn(data, "invoice", "id"), FactLoader.TextIn(data, "opportunity", "id"));
        // Nobody's enrollments (a schedule, a webhook about no one) do not stand in each other's way.
        var alone = request.ContactId is not null && definition.Settings.Reentry is not Reentry.Always;
        var once = request.ContactId is not null && definition.Settings.Reentry is Reentry.Once;
        Stored<EntryGate>? gate = null;
        if (request.ContactId is not null || request.Depth > EntryRules.DepthLimit)
        {
            if (once) gate = await store.Find(Kinds.EntryGate, request.Practice, Gate(request, scope), ct);
            var history = await store.HistoryOf(request.Practice, request.WorkflowId, request.ContactId, scope, now - EntryRules.LoopSpan, ct);
            if (EntryRules.Refuse(definition.Settings.Reentry, request.StartStep is null ? history.Times : 0, history.LiveId is not null, history.RecentInWorkflow, request.Depth) is { } refused)
            {
                if (refused == "entry.loop")
                    changes.Put(Kinds.Audit, ids.New("aud"), new AuditEntry(now, request.By, "loop.guard", request.WorkflowId, request.ContactId));
                return new(null, refused);
            }
        }
        var enrollment = new Enrollment
        {
            Id = NewId(request), Practice = request.Practice, WorkflowId = request.WorkflowId, Version = workflow.Version,
            ContactId = request.ContactId, ScopeKey = scope, TriggerId = request.TriggerId, EventId = request.Event?.Id,
            Zone = await Zone(definition.Settings.TimeZone, request.Practice, contact, ct), EnrolledAt = now,
            StartAt = request.StartAt, StartStep = request.StartStep ?? request.TriggerStart, Depth = request.Depth,
        };
        var first = WorkflowMachine.Advance(definition, enrollment, new Input.Started(), now);
        span?.SetTag(Tags.Enrollment, enrollment.Id);
        if (once) changes.Put(Kinds.EntryGate, Gate(request, scope), new EntryGate(enrollment.Id), gate?.Revision ?? 0);
        changes.Add(new Change.Enroll(first.Enrollment, alone)).Add(new Change.Log(enrollment.Id, first.Log));
        return new(enrollment.Id, null);
    }

    static string Gate(EnrollRequest r, string scope) => $"{r.WorkflowId}/{r.ContactId}/{scope}";

    /// <summary>The same event makes the same enrollment: routed twice, even by two machines at once, it enrolls once.</summary>
    string NewId(EnrollRequest r) => r is { Event: { } e, By: "trigger" or "reschedule" } ? Ids.Beside("enr", e.Id, $"{e.Id}/{r.WorkflowId}/{r.TriggerId}/{r.By}") : ids.New("enr");

    async ValueTask<string> Zone(string setting, string practiceId, Contact? contact, CancellationToken ct)
    {
        if (Zones.IsKnown(setting)) return setting;
        var practice = await practices.Of(practiceId, ct);
        return setting == "contact" ? ContactClock.Of(contact, practice) : practice.TimeZone;
    }
}
