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
            version = new(id, stored.Body.Version + 1, ids.New(Kinds.Version.Prefix), stored.Body.Draft, note, by.Name, by.Now,
                inFlight ?? read.Definition!.Settings.OnNewVersion);
            var also = new ChangeSet(by.Practice).Put(Kinds.Version, $"{id}.{version.Number}", version, 0);
            var after = stored.Body with
            {
                Status = WorkflowStatus.Published, Version = version.Number, ChangedAt = by.Now,
                OpenSince = stored.Body.Status is WorkflowStatus.Published ? stored.Body.OpenSince : by.Now,
            };
            return EditStep.Write(after, "workflow.published", Detail(version), also);
        }, ct);
        if (deed is not WorkflowDeed.Done done) return deed;
        var reached = await Reach(by, version!, ct);
        return done with { Findings = read!.Findings, Reached = reached };
    }

    /// <summary>Carries on, after a restart, with what was decided when the workflow's version was published: a crash may have
    /// cut it short. Done again it reaches nobody twice.</summary>
    public async Task<int> CarryOn(Actor by, Stored<Workflow> workflow, CancellationToken ct = default) =>
        workflow.Body is { Status: WorkflowStatus.Published, Version: > 0 } && await edits.Version(by.Practice, workflow.Id, workflow.Body.Version, ct) is { } version
            ? await Reach(by, version, ct) : 0;

    // Input ids are derived from the version, so a sweep that is repeated after a crash sends nothing twice.
    async Task<int> Reach(Actor by, WorkflowVersion version, CancellationToken ct)
    {
        Func<Enrollment, Input?> choose = version.InFlight switch
        {
            InFlight.Stay => _ => null,
            InFlight.Move => e => e.Version < version.Number ? new Input.VersionMoved(version.Number) : null,
            InFlight.End => e => e.Version < version.Number ? new Input.Operated(Operation.Stop, "publish") : null,
            _ => throw new InvalidOperationException($"InFlight {version.InFlight} is not known."),
        };
        var reached = version.InFlight is InFlight.Stay ? 0 : await sweep.Send(by, version.WorkflowId, $"{version.VersionId}/{version.InFlight}", choose, ct);
        return version.InFlight is InFlight.End ? reached : reached + await sweep.Resume(by, version.WorkflowId, version.VersionId, ct);
    }

    static string Detail(WorkflowVersion version) =>
        $"version {version.Number}, in flight: {version.InFlight.ToString().ToLowerInvariant()}" + (version.Note is null ? "" : $", {version.Note}");
}
