using System.Collections.Frozen;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Events that come with every little change, message or report, so that a trigger without a filter is rarely meant.</summary>
static class FrequentEvents
{
    static readonly FrozenSet<string> Types = new[]
    {
        "contact.changed", "contact.score.changed", "contact.tag.added", "contact.tag.removed", "note.changed", "message.received", "email.event", "link.clicked", "call.ended",
        "webhook.received", "opportunity.changed", "opportunity.stage.changed", "appointment.status.changed", "invoice.changed", "document.changed", "subscription.changed",
    }.ToFrozenSet();

    public static bool Contains(string type) => Types.Contains(type);
}
