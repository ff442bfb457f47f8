using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A contact became more or less engaged.</summary>
static class ContactScoreChanged
{
    public static readonly TriggerDescriptor Descriptor = new("contact.score.changed", "Engagement score changed", "Contacts",
        "Starts when a contact's engagement score goes up or down.",
        Config: [],
        Filters: ContactFilters.And(new("score.value", "Score", "number"), new("score.before", "Score before", "number")),
        MergeFields: [new("score.value", "Score", "number"), new("score.before", "Score before", "number")]);
}
