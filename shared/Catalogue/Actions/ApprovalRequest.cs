using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Asks a person whether the contact may go on. A no is a failure, so the step's failure branch is the way for it.</summary>
/// <remarks>Words that were not approved are given to nobody: a later step that wants them finds none, and does not send.</remarks>
sealed class ApprovalRequest : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("approval.request", "Ask for approval", "Messages", "Asks a member of the team to approve. The contact waits here; after a no it takes the way for failures.",
        Config:
        [
            new("title", FieldKind.Text, "Question", Required: true, MaxLength: 300, Merge: true),
            new("message", FieldKind.LongText, "Details", MaxLength: 5000, Merge: true),
            new("text", FieldKind.LongText, "Text to approve", MaxLength: WorkTask.LongestText, Merge: true, Help: "Words that a later step sends. Whoever approves may change them first; the later step has them as the approved text of this one."),
            .. DeskWork.Fields,
        ],
        // Words that somebody must read first may well be about health.
        Outputs: [.. DeskWork.Outputs, new("approved", "Was approved", "flag"), new("text", "Approved text", Sensitive: true)], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => DeskWork.Await(call, "approval", call.Config.Need("title"), call.Config.Text("message"),
        (task, id) => task.Result == "approved" ? new Outcome.Done(id) : new Outcome.Failed("approval.rejected", Retryable: false), ct, call.Config.Text("text"));
}
