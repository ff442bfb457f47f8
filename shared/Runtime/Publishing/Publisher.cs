using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Makes a draft the version that new enrollments run, and decides about those already inside.</summary>
public sealed class Publisher(IIdSource ids, WorkflowEdits edits, IDefinitionCheck check, InFlightSweep sweep)
{
    /// <param name="inFlight">Null: as the definition's settings say.</param>
    public async Task<WorkflowDeed> Publish(Actor by, string id, InFlight? inFlight, string? note, CancellationToken ct = default)
    {
        CheckResult? read = null;
        WorkflowVersion? version = null;
        var deed = await edits.Apply(by, id, stored =>
        {
            if (stored.Body.DeletedAt is not null) return EditStep.Refuse("workflow.deleted");
            read = check.Check(by.Practice, id, stored.Body.Draft);
            if (!read.MayPublish) return EditStep.Answer(new WorkflowDeed.Faulty(read.Findings));
            version = new(id, stored.Body.Version + 1, ids.New(Kinds.Version.Prefix), stored.Body.Draft, note, by.Name, by.Now);
            var also = new ChangeSet(by.Practice).Put(Kinds.Version, $"{id}.{version.Number}", version, 0);
            var after = stored.Body with { Status = WorkflowStatus.Published, Version = version.Number, ChangedAt = by.Now };
            return EditStep.Write(after, "workflow.published", Detail(version, inFlight ?? read.Definition!.Settings.OnNewVersion), also);
        }, ct);
        if (deed is not WorkflowDeed.Done done) return deed;
        var reached = await Reach(by, version!, inFlight ?? read!.Definition!.Settings.OnNewVersion, ct);
        return done with { Findings = read!.Findings, Reached = reached };
    }

    // Input ids are derived from the version, so a sweep that is repeated after a crash sends nothing twice.
    async Task<int> Reach(Actor by, WorkflowVersion version, InFlight inFlight, CancellationToken ct)
    {
        Func<Enrollment, Input?> choose = inFlight switch
        {
            InFlight.Stay => _ => null,
            InFlight.Move => e => e.Version < version.Number ? new Input.VersionMoved(version.Number) : null,
            InFlight.End => e => e.Version < version.Number ? new Input.Operated(Operation.Stop, "publish") : null,
            _ => throw new InvalidOperationException($"InFlight {inFlight} is not known."),
        };
        var reached = await sweep.Send(by, version.WorkflowId, $"{version.VersionId}/{inFlight}", choose, ct);
        return inFlight is InFlight.End ? reached : reached + await sweep.Resume(by, version.WorkflowId, version.VersionId, ct);
    }

    static string Detail(WorkflowVersion version, InFlight inFlight) =>
        $"version {version.Number}, in flight: {inFlight.ToString().ToLowerInvariant()}" + (version.Note is null ? "" : $", {version.Note}");
}
