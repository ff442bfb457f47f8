using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Transferring;

/// <summary>What a practice has that definitions refer to by id.</summary>
static class KnownRecords
{
    public static async Task<IReadOnlyList<Reference>> Of(IRecords records, string practice, CancellationToken ct) =>
    [
        .. await All(records, Kinds.User, practice, "user", u => u.Name, ct),
        .. await All(records, Kinds.Calendar, practice, "calendar", c => c.Name, ct),
        .. await All(records, Kinds.Workflow, practice, "workflow", w => w.Name, ct, w => w.DeletedAt is null),
        .. await All(records, Kinds.Pipeline, practice, "pipeline", p => p.Name, ct),
        .. await Stages(records, practice, ct),
    ];

    static async Task<IEnumerable<Reference>> Stages(IRecords records, string practice, CancellationToken ct)
    {
        var stages = new List<Reference>();
        await Visit(records, Kinds.Pipeline, practice, pipeline => stages.AddRange(pipeline.Body.Stages.Select(s => new Reference("stage", s.Id, s.Name, pipeline.Id))), ct);
        return stages;
    }

    static async Task<IEnumerable<Reference>> All<T>(IRecords records, Kind<T> kind, string practice, string name, Func<T, string> called, CancellationToken ct, Func<T, bool>? counts = null) where T : class
    {
        var all = new List<Reference>();
        await Visit(records, kind, practice, found =>
        {
            if (counts?.Invoke(found.Body) != false) all.Add(new(name, found.Id, called(found.Body)));
        }, ct);
        return all;
    }

    static async Task Visit<T>(IRecords records, Kind<T> kind, string practice, Action<Stored<T>> visit, CancellationToken ct) where T : class
    {
        string? cursor = null;
        do
        {
            var page = await records.List(kind, practice, new Listing(200, cursor, Descending: false), ct);
            foreach (var item in page.Items) visit(item);
            cursor = page.Next;
        } while (cursor is not null);
    }
}
