using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Triggers that only other systems can raise, by <c>POST /api/events</c> or a hook of that event type. One more is
/// one more row in its family.</summary>
static class OutsideTriggers
{
    public static readonly ImmutableArray<TriggerDescriptor> All =
        [.. Records.Rows, .. Advertising.Rows, .. Website.Rows, .. Telephone.Rows, .. Shop.Rows, .. Courses.Rows, .. Partners.Rows];
}
