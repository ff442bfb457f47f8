using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A tag was removed; one event for each tag.</summary>
static class ContactTagRemoved
{
    public static readonly TriggerDescriptor Descriptor = new("contact.tag.removed", "Tag removed", "Contacts",
        "Starts when a tag is removed from a contact, once for each tag.",
        Config: [],
        Filters: ContactFilters.And(new FilterField("tag.name", "Tag", "text", Of: "tag")),
        MergeFields: [new("tag.name", "Tag")]);
}
