using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A contact wrote.</summary>
static class MessageReceived
{
    public static readonly TriggerDescriptor Descriptor = new("message.received", "Customer replied", "Events",
        "Starts when a contact sends a text or an email. Filter by channel, by words in the message, by what it says or by the workflow that it answers.",
        Config: [],
        Filters: ContactFilters.And(
            new("message.channel", "Channel", "text", [new("sms", "Text message"), new("email", "Email")]),
            new("message.body", "Message", "text"), new("message.subject", "Subject", "text"),
            new("message.intent", "What it says", "text", [new("yes", "Yes"), new("no", "No"), new("stop", "No more texts"), new("other", "Anything else")]),
            new("message.confirms", "Confirms what was asked", "flag"),
            new("message.repliedToWorkflowId", "Replies to the workflow", "text", Of: "workflow")),
        MergeFields: [new("message.channel", "Channel"), new("message.body", "Message", Sensitive: true), new("message.subject", "Subject", Sensitive: true),
            new("message.intent", "What it says"), new("message.confirms", "Confirms what was asked", "flag"), new("message.repliedToWorkflowId", "Replies to the workflow")]);
}
