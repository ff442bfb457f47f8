using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>"The call is done": of a task that is not named it is the contact's oldest open one of that kind and title, and one that a
/// workflow waits for before any other. Routing ticks it off, as for any other system's list.</summary>
static class TaskNews
{
    public static async Task<TriedEvent> Of(TriedEvent e, string practice, string contactId, IRecords records, CancellationToken ct)
    {
        if (e.Text("task", "id") is not null) return e;
        var (kind, title) = (e.Text("task", "kind"), e.Text("task", "title"));
        bool Meant(WorkTask task) => task.CompletedAt is null && (kind is null || (task.Kind ?? "task") == kind) && (title is null || task.Title.StartsWith(title, StringComparison.OrdinalIgnoreCase));
        var id = await Naming.Oldest(records, Kinds.Task, practice, contactId, task => task.EffectId is not null && Meant(task), ct)
            ?? await Naming.Oldest(records, Kinds.Task, practice, contactId, Meant, ct);
        return id is null ? e : e.With("task", id);
    }
}
