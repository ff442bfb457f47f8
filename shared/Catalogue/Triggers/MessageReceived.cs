using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A contact wrote.</summary>
static class MessageReceived
{
    public static readonly TriggerDescriptor Descriptor = new("message.received", "Customer replied", "Events",
        "Starts when a contact sends a text or an email. Filter by channel or by words in the message.",
        Config: [],
        Filters: ContactFilters.And(
            new("message.channel", "Channel", "text", [new("sms", "Text message"), new("email", "Email")]),
            new("message.body", "Message", "text"), new("message.subject", "Subject", "text")),
        MergeFields: [new("message.channel", "Channel"), new("message.body", "Message", Sensitive: true), new("message.subject", "Subject", Sensitive: true)]);
}
