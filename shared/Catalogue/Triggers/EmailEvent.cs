using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What became of an email.</summary>
static class EmailEvent
{
    public static readonly TriggerDescriptor Descriptor = new("email.event", "Email event", "Events",
        "Starts when an email of a workflow is opened or clicked, cannot be delivered, or somebody unsubscribes by it.",
        Config: [],
        Filters: ContactFilters.And(
            new("email.event", "What happened", "text",
            [
                new("delivered", "Delivered"), new("opened", "Opened"), new("clicked", "Clicked"), new("bounced", "Bounced"), new("unsubscribed", "Unsubscribed"),
                new("complained", "Marked as spam"), new("failed", "Could not be sent"),
            ]),
            new("email.workflowId", "Email of workflow", "text", Of: "workflow"), new("email.stepId", "Email of step", "text"), new("email.url", "Link", "text")),
        MergeFields: 
        [
            new("email.event", "What happened to the email"), new("email.workflowId", "Email's workflow"), new("email.stepId", "Email's step"),
            new("email.messageId", "Email's id"), new("email.url", "Link that was clicked"),
        ]);
}
