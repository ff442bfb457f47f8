using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Gives somebody at the practice something to do.</summary>
sealed class TaskAdd : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("task.add", "Add task", "Contacts", "Puts a task on the team's list.",
        Config:
        [
            new("title", FieldKind.Text, "Task", Required: true, MaxLength: 300, Merge: true),
            new("description", FieldKind.LongText, "Details", MaxLength: 5000, Merge: true),
            new("assignTo", FieldKind.Choice, "For", Help: "Not chosen: the member below, or else whoever the contact is assigned to.", Options: [new("owner", "Whoever the contact is assigned to"), new("user", "One member of the team")]),
            new("userId", FieldKind.Reference, "Member of the team", Of: "user"),
            new("due", FieldKind.Duration, "Due after"),
            new("at", FieldKind.Text, "Due at", MaxLength: 5, Help: "A time of day, like 10:00: with one day above, tomorrow at ten."),
        ],
        Outputs: [new("id", "Task id")], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var id = call.NewId(Kinds.Task.Prefix);
        var task = new WorkTask
        {
            ContactId = call.Contact?.Id,
            Title = call.Config.Need("title"),
            Description = call.Config.Text("description"),
            AssignedTo = AssignedTo(call),
            DueAt = Due.At(call.Now, call.Setting.Zone, call.Config.Text("due"), call.Config.Text("at")),
            EnrollmentId = call.Enrollment.Id,
            WorkflowId = call.Enrollment.WorkflowId,
            CreatedAt = call.Now,
        };
        call.Changes.Put(Kinds.Task, id, task);
        DeskWork.RaiseAdded(call, id, task);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["id"] = id }));
        return Task.FromResult<Outcome>(new Outcome.Done(id));
    }

    // Whoever names a member means that member, also without having said that it is for one.
    static string? AssignedTo(ActionCall call) => call.Config.Text("assignTo") switch
    {
        "user" => call.Config.Need("userId"),
        null => call.Config.Text("userId") ?? call.Contact?.Body.AssignedTo,
        _ => call.Contact?.Body.AssignedTo,
    };
}
