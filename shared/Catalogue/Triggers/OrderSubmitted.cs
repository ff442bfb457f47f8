using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Somebody ordered something.</summary>
static class OrderSubmitted
{
    public static readonly TriggerDescriptor Descriptor = new("order.submitted", "Order submitted", "Payments",
        "Starts when somebody buys products or packages. Filter by product, source or price.",
        Config: [],
        Filters: ContactFilters.And(
            new("order.products", "Products", "list"), new("order.source", "Source", "text"), new("order.subSource", "Page or form", "text"), new("order.total", "Total", "number"), new("order.currency", "Currency", "text"),
            new("order.kind", "Kind of order", "text", [new("primary", "Main order"), new("bump", "Added to the order"), new("upsell", "Offered after it")])),
        MergeFields: 
        [
            new("order.id", "Order id"), new("order.products", "Products", "list", Sensitive: true), new("order.source", "Order source"), new("order.total", "Order total", "number", Sensitive: true),
            new("order.currency", "Order currency"), new("order.kind", "Kind of order"),
        ],
        MakesContact: true);
}
