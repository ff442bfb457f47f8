using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Affiliates, and applications with triggers of their own.</summary>
static class Partners
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("affiliate.created", "Affiliate created", "Partners", "Starts when somebody becomes an affiliate.",
            """{ "affiliate": { "id": "a1" }, "contact": { "email": "ada@example.test" } }""",
            Text("affiliate.id", "Affiliate id")),
        Row.Of("affiliate.enrolled", "Affiliate in a campaign", "Partners", "Starts when an affiliate joins a campaign.",
            """{ "affiliate": { "id": "a1", "campaign": "Spring" }, "contact": { "email": "ada@example.test" } }""",
            Text("affiliate.id", "Affiliate id"),
            Text("affiliate.campaign", "Campaign")),
        Row.Of("affiliate.sale", "Affiliate's sale", "Partners", "Starts when an affiliate has brought a sale.",
            """{ "affiliate": { "id": "a1", "campaign": "Spring", "amount": 250 }, "contact": { "email": "ada@example.test" } }""",
            Text("affiliate.id", "Affiliate id"),
            Text("affiliate.campaign", "Campaign"),
            Number("affiliate.amount", "Amount")),
        Row.Of("app.event", "Event of an application", "Partners", "Starts when an application that you have connected reports something.",
            """{ "app": { "key": "imaging.scan.ready", "name": "Scan ready", "fields": { "room": "2" } }, "contact": { "email": "ada@example.test" } }""",
            Text("app.key", "Key"),
            Text("app.name", "Event"),
            Text("app.fields.*", "Anything that was sent")),
    ];
}
