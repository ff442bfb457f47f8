using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A new contact.</summary>
static class ContactCreated
{
    public static readonly TriggerDescriptor Descriptor = new("contact.created", "Contact created", "Contacts",
        "Starts when a new contact is made, not when many are imported at once.",
        Config: [],
        Filters: ContactFilters.All,
        MergeFields: [],
        MakesContact: true);
}
