using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A tag was added; one event for each tag.</summary>
static class ContactTagAdded
{
    public static readonly TriggerDescriptor Descriptor = new("contact.tag.added", "Tag added", "Contacts",
        "Starts when a tag is added to a contact, once for each tag.",
        Config: [],
        Filters: ContactFilters.And(new FilterField("tag.name", "Tag", "text", Of: "tag")),
        MergeFields: [new("tag.name", "Tag")]);
}
