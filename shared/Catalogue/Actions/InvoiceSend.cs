using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sends the contact an invoice: a new one, or one that is there already.</summary>
sealed class InvoiceSend : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("invoice.send", "Send invoice", "Payments", "Makes an invoice and sends the contact a link to it, or sends one that is there already.",
        Config:
        [
            .. Letters.Form("The link stands where the message says [link], or at its end."),
            new("invoiceId", FieldKind.Reference, "Invoice", MaxLength: 100, Merge: true, Of: "invoice", Help: "Left empty: a new one is made of the fields below."),
            new("title", FieldKind.Text, "For", Required: true, MaxLength: 300, Merge: true, Unless: "invoiceId"),
            new("amount", FieldKind.Number, "Amount", Required: true, Min: 0, Max: 10_000_000, Merge: true, Unless: "invoiceId"),
            new("dueIn", FieldKind.Duration, "Due after"),
        ],
        Outputs: [new("id", "Invoice id"), new("url", "Invoice page"), new("amount", "Amount", "number", Sensitive: true)], ChannelField: "channel", Outside: true);

    public override async Task<Composed> Compose(ActionCall call, CancellationToken ct)
    {
        var (invoice, problem) = await Invoice(call, ct);
        if (invoice is null) return Composed.No(new Outcome.Failed(problem!, Retryable: false));
        var composed = Letters.On(call, invoice.Body.Title, Letters.With(call.Config.Text("body") ?? $"{invoice.Body.Title}:", Letters.Link, invoice.Body.Url!));
        return composed.Message is { } message ? Composed.Of(message with { About = "invoice" }) : composed;
    }

    public override async Task Follow(ActionCall call, Message message, CancellationToken ct)
    {
        if ((await Invoice(call, ct)).Invoice is not { } invoice) return;
        var sent = invoice.Body with { Status = invoice.Body.Status is InvoiceStatus.Draft ? InvoiceStatus.Sent : invoice.Body.Status, SentAt = call.Now };
        call.Give(new JsonObject { ["id"] = invoice.Id, ["url"] = sent.Url, ["amount"] = sent.Amount });
        // Paid meanwhile, it is not written over. That the message has gone stays kept all the same, and this is asked again.
        call.Changes.Put(Kinds.Invoice, invoice.Id, sent, invoice.Revision);
        // One that was out before and is sent once more is where it was: who waits for "overdue" does not hear it again.
        if (invoice.Revision == 0 || sent.Status != invoice.Body.Status) call.Raise("invoice.changed", ContactWriting.About(call.ContactId, ("invoice", PaperFacts.Of(invoice.Id, sent))));
    }

    /// <summary>As it is, or as it will be; the same at every attempt, so that the link in a message leads to it.</summary>
    static async Task<(Stored<Invoice>? Invoice, string? Problem)> Invoice(ActionCall call, CancellationToken ct)
    {
        var id = call.Config.Text("invoiceId") ?? call.LastingId(Kinds.Invoice.Prefix);
        var known = await call.Records.Find(Kinds.Invoice, call.PracticeId, id, ct);
        if (known is null && call.Config.Text("invoiceId") is not null || known is not null && known.Body.ContactId != call.ContactId) return (null, "invoice.notFound");
        if (known is null && call.Config.Number("amount") is null or < 0) return (null, "invoice.amount");
        var invoice = known?.Body ?? new Invoice
        {
            ContactId = call.ContactId,
            Title = call.Config.Need("title"),
            Amount = call.Config.Number("amount")!.Value,
            DueAt = call.Config.Text("dueIn") is { } due ? Due.After(call.Now, call.Setting.Zone, due) : null,
            EnrollmentId = call.Enrollment.Id,
            CreatedAt = call.Now,
        };
        var url = invoice.Url ?? Pages.Of(call.Practice.Pages?.Invoice, id);
        return url is null ? (null, "page.invoice.missing") : (new(id, known?.Revision ?? 0, invoice with { Url = url }), null);
    }
}
