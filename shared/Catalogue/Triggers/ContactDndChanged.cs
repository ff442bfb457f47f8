using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Do not disturb was switched on or off.</summary>
static class ContactDndChanged
{
    public static readonly TriggerDescriptor Descriptor = new("contact.dnd.changed", "Do not disturb changed", "Contacts",
        "Starts when a contact must no longer be messaged on a channel, or may be again.",
        Config: [],
        Filters: ContactFilters.And(
            new("dnd.channel", "Channel", "text", [new("all", "All"), new("sms", "Text message"), new("email", "Email"), new("call", "Call")]),
            new("dnd.enabled", "Do not disturb is on", "flag")),
        MergeFields: [new("dnd.channel", "Channel"), new("dnd.enabled", "Do not disturb is on", "flag")]);
}
