using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A public review came in; often nobody knows by whom.</summary>
static class ReviewReceived
{
    public static readonly TriggerDescriptor Descriptor = new("review.received", "Review received", "Events",
        "Starts when somebody writes a review. Most reviews name no contact: steps that need one are then passed over.",
        Config: [],
        Filters: ContactFilters.And(
            new("review.source", "Source", "text", [new("google", "Google"), new("facebook", "Facebook"), new("other", "Elsewhere")]),
            new("review.rating", "Stars", "number"), new("review.spam", "Is spam", "flag"), new("review.text", "Review", "text")),
        MergeFields: [new("review.source", "Source"), new("review.rating", "Stars", "number"), new("review.spam", "Is spam", "flag"), new("review.text", "Review", Sensitive: true)],
        NeedsContact: false);
}
