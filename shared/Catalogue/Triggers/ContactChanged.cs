using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Details of a contact changed.</summary>
static class ContactChanged
{
    public static readonly TriggerDescriptor Descriptor = new("contact.changed", "Contact changed", "Contacts",
        "Starts when something about a contact changes. Filter by the field, and by its value before or after.",
        Config: [],
        Filters: [.. ChangeFields.Filters, .. ContactFilters.All],
        MergeFields: ChangeFields.Merge);
}
