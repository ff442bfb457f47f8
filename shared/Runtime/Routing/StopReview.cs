using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Asks a person to look at an opt-out that was obeyed at once and may have been misread.</summary>
public sealed class StopReview(IIdSource ids)
{
    public const string Sentence = "Check an opt-out: the patient's words were read as “no more texts”";
    public const string Cancel = "The patient answered CANCEL: texts are off, and the visit may be meant";

    public void Ask(PracticeEvent e, string contactId, string title, DateTimeOffset now, ChangeSet changes)
    {
        var id = Ids.Beside(Kinds.Task.Prefix, e.Id, $"{e.Id}/review");
        var task = new WorkTask { ContactId = contactId, Title = title, Description = "The message is in the conversation.", DueAt = now.AddDays(1), CreatedAt = now };
        changes.Put(Kinds.Task, id, task);
        var values = JsonSerializer.SerializeToNode(task, Kinds.Task.Json)!.AsObject();
        values["id"] = id;
        changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), e.Practice, "intake", $"{e.Id}/review", "task.added", now, contactId,
            JsonSerializer.SerializeToElement(new JsonObject { ["task"] = values }), e.Depth, e.CausedBy)));
    }
}
