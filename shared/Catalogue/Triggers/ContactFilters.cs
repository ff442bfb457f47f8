using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Filters on the contact, offered by every trigger that has one.</summary>
static class ContactFilters
{
    public static readonly ImmutableArray<FilterField> All =
    [
        new("contact.tags", "Contact's tags", "list", Of: "tag"), new("contact.type", "Contact type", "text"), new("contact.source", "Contact source", "text"),
        new("contact.assignedTo", "Assigned to", "text", Of: "user"), new("contact.email", "Email", "text"), new("contact.phone", "Phone", "text"),
        new("contact.city", "City", "text"), new("contact.state", "State", "text"), new("contact.postalCode", "Postal code", "text"),
        new("contact.country", "Country", "text"), new("contact.score", "Engagement score", "number"), new("contact.createdAt", "Contact since", "date"),
        new("contact.dnd", "Do not disturb", "list", [new("all", "All"), new("sms", "Text message"), new("email", "Email"), new("call", "Call")]),
        new("contact.marketingConsent", "Agreed to offers by", "list", [new("sms", "Text message"), new("email", "Email")]), new("contact.birthMonth", "Month of birth", "number"), new("contact.fields.*", "Custom field", "text"),
    ];

    public static ImmutableArray<FilterField> And(params ReadOnlySpan<FilterField> own) => [.. own, .. All];
}
