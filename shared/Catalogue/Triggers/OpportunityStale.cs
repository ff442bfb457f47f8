using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Nothing has happened to an opportunity for some days.</summary>
static class OpportunityStale
{
    public static readonly TriggerDescriptor Descriptor = new("opportunity.stale", "Stale opportunity", "Opportunities",
        "Starts when an open opportunity has not changed for some days, once until it changes again.",
        Config: [DayFields.Days with { Required = true, Min = 1, Help = "How many days without any change." }, DayFields.At],
        Filters: [.. OpportunityFields.Filters, new("opportunity.idleDays", "Days without change", "number")],
        MergeFields: [.. OpportunityFields.Merge, new("opportunity.idleDays", "Days without change", "number")]);
}
