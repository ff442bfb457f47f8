using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Redelivering;

/// <summary>Makes a call to another system once more because a person wants it: to the same address under the same id, so that a
/// receiver that had it already can tell. The enrollment is left alone.</summary>
public sealed class Redelivery(IStore store, WorkflowBook workflows, ActivityPath activities, IIdSource ids)
{
    public async Task<Redelivered> Do(Actor by, Stored<Delivery> delivery, CancellationToken ct = default)
    {
        // Addresses and bodies are kept cut short and without secrets, so the step says anew what is to be sent.
        if (delivery.Body.EnrollmentId is not { } id || await store.FindEnrollment(by.Practice, id, ct) is not { Enrollment: var e }
            || delivery.Body.EffectId.Split('/') is not [_, var step, _]
            || await workflows.Version(by.Practice, e.WorkflowId, e.Version, ct) is not { } definition
            || await activities.Repeat(definition, e, step, delivery.Body.EffectId, delivery.Body.Attempt + 1, ids.New, by.Now, ct) is not { } acted)
            return new(null, null);

        var changes = new ChangeSet(by.Practice);
        // What later steps know of the answer is what they were told then.
        foreach (var put in acted.Changes.Changes.OfType<Change.Put>().Where(p => p.Kind == Kinds.Delivery.Name)) changes.Add(put);
        var made = changes.Changes is [Change.Put first, ..] ? first.Id : null;
        if (made is null) return new(null, acted.Outcome);
        await store.Commit(changes.Audited(ids, by, "delivery.redelivered", delivery.Id, made), ct);
        return new(made, acted.Outcome);
    }
}

/// <param name="Delivery">The id of the new delivery; null: no call was made.</param>
/// <param name="Outcome">Null: it cannot be repeated.</param>
public sealed record Redelivered(string? Delivery, Outcome? Outcome);
