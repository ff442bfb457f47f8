using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Enrollments within one commit.</summary>
sealed class EnrollmentChanges(Workbench bench, LiveLike liveLike, IReadOnlyList<Change> set)
{
    readonly Dictionary<string, EnrollmentWork> _works = [];
    /// <summary>Written already by an earlier attempt at the same event, which broke off half way.</summary>
    readonly HashSet<string> _there = [];
    readonly List<(string Enrollment, string Input)> _taken = [];

    /// <returns>Null, or why not.</returns>
    public async ValueTask<string?> Enroll(Change.Enroll enroll)
    {
        var e = enroll.Enrollment;
        var draft = bench.At(RowKeys.Enrollment(e.Id));
        if (_works.ContainsKey(e.Id)) return $"exists: enrollment {e.Id}";
        if (draft.Current is { } there)
        {
            if (!IsOfTheSameEvent(e, there.GetString(Columns.Workflow))) return $"exists: enrollment {e.Id}";
            _there.Add(e.Id);
            return null;
        }
        var work = _works[e.Id] = new(bench, draft, isNew: true);
        work.Changes.Add(bench.Change);
        work.Save(e);
        if (!enroll.Alone) return null;
        if (!work.Claim() || _works.Values.Any(other => other != work && other.Next is { IsLive: true } o && LiveLike.Alike(o, e))) return "alone: another is live";
        return await liveLike.Find(e, IsOverHere) is { } live ? $"alone: {live} is live" : null;
    }

    public async ValueTask<string?> Save(Change.Save save)
    {
        if (await Find(save.Enrollment.Id) is not { } work) return $"unknown: enrollment {save.Enrollment.Id}";
        if (work.Revision != save.ExpectedRevision) return $"revision: enrollment {save.Enrollment.Id} is at {work.Revision}, not {save.ExpectedRevision}";
        work.Save(save.Enrollment);
        return null;
    }

    public async ValueTask<string?> Log(Change.Log log)
    {
        if (_there.Contains(log.EnrollmentId)) return null;
        if (await Find(log.EnrollmentId) is not { } work) return $"unknown: enrollment {log.EnrollmentId}";
        work.Log(log.Entries);
        return null;
    }

    /// <summary>An input that is taken goes in one breath with the save that took it into account.</summary>
    public void Took(Change.Taken taken) => _taken.Add((taken.EnrollmentId, RowKeys.Input(taken.EnrollmentId, taken.InputId)));

    public void Finish()
    {
        foreach (var (id, input) in _taken)
        {
            if (!_works.TryGetValue(id, out var work)) continue;
            bench.Change = work.Changes.Min();
            bench.At(input);
        }
        foreach (var work in _works.Values)
        {
            work.Draft.Changes.UnionWith(work.Changes);
            bench.Change = work.Changes.Min();
            work.Finish();
        }
    }

    async ValueTask<EnrollmentWork?> Find(string id)
    {
        if (!_works.TryGetValue(id, out var work))
        {
            var draft = await bench.Look(RowKeys.Enrollment(id));
            if (draft.Found is null) return null;
            _works[id] = work = new(bench, draft, isNew: false);
        }
        work.Changes.Add(bench.Change);
        return work;
    }

    /// <summary>This set routes the event that the enrollment says it came from, and an event is routed once: so it was
    /// written by an attempt that did not come to its end.</summary>
    bool IsOfTheSameEvent(Enrollment e, string? workflow) =>
        e.EventId is not null && workflow == e.WorkflowId && set.Any(c => c is Change.Routed routed && routed.Event.Id == e.EventId);

    bool IsOverHere(string id) => _works.TryGetValue(id, out var work) && work.Next is { IsLive: false };
}
