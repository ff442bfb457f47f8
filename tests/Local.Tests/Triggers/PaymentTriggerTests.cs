namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>The payment and document triggers of the goal table, row by row.</summary>
public sealed class PaymentTriggerTests : TriggerTests
{
    [Theory]
    [InlineData("payment.status", "is", "success")]
    [InlineData("payment.source", "is", "form")]
    [InlineData("payment.subSource", "is", "deposit page")]
    [InlineData("payment.product", "is", "Peel")]
    [InlineData("payment.amount", "gt", 99)]
    public Task Payment_received_filters_by_source_sub_source_product_and_status(string field, string op, object value) =>
        Parts("payment.received", field, op, value, new { payment = new { status = "success", source = "form", subSource = "deposit page", product = "Peel", amount = 100 } });

    [Theory]
    [InlineData("sent", "sent")]
    [InlineData("viewed", "viewed")]
    [InlineData("paid", "Paid")]
    [InlineData("partial", "partially_paid")]
    [InlineData("void", "voided")]
    [InlineData("overdue", "past due")]
    public Task Invoice_filters_by_status(string stored, string said) => Parts("invoice.changed", "invoice.status", "is", stored, new { invoice = new { id = "INV-1", status = said, total = 120 } });

    [Theory]
    [InlineData("invoice.total", "gte", 120)]
    [InlineData("contact.tags", "contains", "vip")]
    [InlineData("contact.city", "is", "Reno")]
    public Task Invoice_filters_by_total_tag_and_contact(string field, string op, object value) =>
        Parts("invoice.changed", field, op, value, new { invoice = new { id = "INV-1", status = "sent", total = 120 } }, c => c with { Tags = ["vip"], City = "Reno" });

    [Theory]
    [InlineData("order.products", "contains", "Serum")]
    [InlineData("order.products", "notContains", "Mask")]
    [InlineData("order.source", "is", "website")]
    [InlineData("order.subSource", "is", "spring page")]
    [InlineData("order.kind", "is", "upsell")]
    [InlineData("order.total", "lt", 81)]
    public Task Order_submitted_filters_by_product_source_kind_and_price(string field, string op, object value) =>
        Parts("order.submitted", field, op, value, new { order = new { id = "o1", products = new[] { "Serum" }, source = "website", subSource = "spring page", kind = "upsell", total = 80 } });

    [Theory]
    [InlineData("active")]
    [InlineData("canceled", "cancelled")]
    [InlineData("expired")]
    [InlineData("failed")]
    [InlineData("incomplete")]
    [InlineData("overdue", "past_due")]
    [InlineData("scheduled")]
    [InlineData("trial", "trialing")]
    [InlineData("unpaid")]
    public Task Subscription_filters_by_status(string stored, string? said = null) => Parts("subscription.changed", "subscription.status", "is", stored, new { subscription = new { id = "s1", product = "Glow club", status = said ?? stored } });

    [Fact]
    public Task Subscription_filters_by_product() => Parts("subscription.changed", "subscription.product", "is", "Glow club", new { subscription = new { product = "Glow club", status = "active" } });

    [Theory]
    [InlineData("refund.status", "is", "succeeded")]
    [InlineData("refund.amount", "gte", 50)]
    [InlineData("refund.source", "is", "invoice")]
    [InlineData("refund.full", "is", false)]
    public Task Refund_filters_by_status_amount_source_and_full(string field, string op, object value) =>
        Parts("refund.created", field, op, value, new { refund = new { status = "succeeded", amount = 50, source = "invoice", full = false } });

    [Theory]
    [InlineData("document.status", "is", "signed")]
    [InlineData("document.templateId", "is", "consent")]
    [InlineData("document.value", "gt", 0)]
    [InlineData("document.recipient", "is", "guardian")]
    public Task Documents_and_contracts_filter_by_status_template_value_and_recipient(string field, string op, object value) =>
        Parts("document.changed", field, op, value, new { document = new { id = "D-1", status = "Signed", templateId = "consent", value = 10, recipient = "guardian" } });

    [Theory]
    [InlineData("estimate.status", "is", "accepted")]
    [InlineData("estimate.value", "gte", 900)]
    [InlineData("estimate.templateId", "is", "plan")]
    public Task Estimates_filter_by_status_value_and_template(string field, string op, object value) =>
        Parts("estimate.changed", field, op, value, new { estimate = new { id = "e1", status = "accepted", value = 900, templateId = "plan" } });
}
