using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A text did not arrive.</summary>
static class SmsFailed
{
    public static readonly TriggerDescriptor Descriptor = new("sms.failed", "Text message failed", "Events",
        "Starts when a text message of a workflow could not be delivered. Filter by the error code, such as twilio.30005.",
        Config: [],
        Filters: ContactFilters.And(new("sms.code", "Error code", "text"), new("sms.workflowId", "Text of workflow", "text", Of: "workflow"), new("sms.stepId", "Text of step", "text")),
        MergeFields: [new("sms.code", "Error code"), new("sms.workflowId", "Text's workflow"), new("sms.stepId", "Text's step"), new("sms.messageId", "Text's id")]);
}
