using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Keeps the team's tasks in step with a list of tasks elsewhere: what is added there is on the desk here, what is done there is
/// done here, and whoever waits for it goes on.</summary>
public sealed class TaskKeeping(IRecords records, PracticeBook practices, IIdSource ids)
{
    public async Task<Kept> Apply(PracticeEvent e, string? contactId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (Reported.IsOwn(e) || Reported.In(e, "task") is not { } said) return new(e, null);
        var known = await Find(e.Practice, said, ct);
        if (known is null && e.Type == "task.completed") return new(e, null);
        if (known is not null && e.Type == "task.added") return Kept.No("stale");
        if (known is null && said.Text("title") is null) return Kept.No("unmatched:task.title");
        // Done is done, whoever says it again.
        if (known?.Body.CompletedAt is not null) return Kept.No("stale");
        var task = known?.Body ?? new WorkTask
        {
            ContactId = contactId, Title = said.Text("title")!, Description = said.Text("description"), AssignedTo = said.Text("assignedTo"), DueAt = said.At("dueAt", (await practices.Of(e.Practice, ct)).TimeZone),
            ExternalId = said.Text("externalId") ?? said.Text("id"), Kind = said.Text("kind") is "call" or "sms" ? said.Text("kind") : null, CreatedAt = now,
        };
        if (e.Type == "task.completed")
        {
            var result = said.Text("result");
            if (task.Kind == "approval" && result is not ("approved" or "rejected")) return Kept.No("unmatched:task.result");
            task = task with { CompletedAt = e.At < now ? e.At : now, Result = result ?? (task.Kind is null ? null : "done"), ResultNote = said.Text("resultNote") ?? task.ResultNote, Text = task.Text is null ? null : said.Text("text") ?? task.Text };
        }
        var id = known?.Id ?? ids.New(Kinds.Task.Prefix);
        changes.Put(Kinds.Task, id, task, known?.Revision ?? 0);
        return new(said.With(TaskFacts.Of(id, task)) with { ContactId = task.ContactId ?? contactId }, null);
    }

    async Task<Stored<WorkTask>?> Find(string practice, Reported said, CancellationToken ct)
    {
        if (said.Text("id") is { } id && await records.Find(Kinds.Task, practice, id, ct) is { } ours) return ours;
        return (said.Text("externalId") ?? said.Text("id")) is { } external ? await records.FindBy(Kinds.Task, practice, "external", external, ct) : null;
    }
}
