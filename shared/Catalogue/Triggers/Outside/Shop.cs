using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Online shops and their coupons.</summary>
static class Shop
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("checkout.abandoned", "Checkout abandoned", "Shop", "Starts when somebody leaves a shop with a full basket.",
            """{ "checkout": { "value": 120, "minutes": 60, "products": ["Serum"] }, "contact": { "email": "ada@example.test" } }""",
            Number("checkout.value", "Basket value"),
            Number("checkout.minutes", "Minutes ago"),
            List("checkout.products", "Products"),
            Text("checkout.url", "Basket page")),
        Row.Of("shop.order.placed", "Shop order placed", "Shop", "Starts when somebody orders in an online shop.",
            """{ "shop": { "orderId": "o1", "total": 80, "products": ["Serum"] }, "contact": { "email": "ada@example.test" } }""",
            Text("shop.orderId", "Order id"),
            Number("shop.total", "Total"),
            List("shop.products", "Products")),
        Row.Of("shop.order.fulfilled", "Shop order sent out", "Shop", "Starts when an order of an online shop is on its way.",
            """{ "shop": { "orderId": "o1", "total": 80, "products": ["Serum"] }, "contact": { "email": "ada@example.test" } }""",
            Text("shop.orderId", "Order id"),
            Number("shop.total", "Total"),
            List("shop.products", "Products"),
            Text("shop.trackingUrl", "Parcel's page")),
        Row.Of("order.form.submitted", "Order form submitted", "Shop", "Starts when somebody sends a page's order form.",
            """{ "orderForm": { "id": "f1", "kind": "sale" }, "contact": { "email": "ada@example.test" } }""",
            Text("orderForm.id", "Order form"),
            Text("orderForm.kind", "Kind", "optin", "sale", "bump", "upsell")),
        Row.Of("coupon.changed", "Coupon", "Shop", "Starts when a coupon is applied, redeemed, runs out or is used up.",
            """{ "coupon": { "event": "redeemed", "code": "SPRING", "value": 20 }, "contact": { "email": "ada@example.test" } }""",
            Text("coupon.event", "What happened", "applied", "redeemed", "expired", "limit_reached"),
            Text("coupon.code", "Code"),
            Text("coupon.name", "Coupon"),
            Text("coupon.kind", "Kind", "amount", "percent"),
            Number("coupon.value", "Value"),
            Number("coupon.orderValue", "Order value"),
            List("coupon.products", "Products"),
            Number("coupon.redemptions", "Times redeemed"),
            Text("coupon.source", "Source")),
    ];
}
