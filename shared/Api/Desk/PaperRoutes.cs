using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Settings;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on an invoice.</summary>
public sealed record InvoiceFields(
    string? ContactId = null, string? Title = null, decimal? Amount = null, decimal? Paid = null, InvoiceStatus? Status = null, [property: OrDay] DateTimeOffset? DueAt = null, string? Url = null,
    string? Number = null, string? TemplateId = null, string? ExternalId = null);

/// <summary>What a caller may set on a document.</summary>
public sealed record DocumentFields(
    string? ContactId = null, string? Title = null, string? Form = null, DocumentStatus? Status = null, [property: OrDay] DateTimeOffset? DueAt = null, string? Url = null,
    decimal? Value = null, string? ExternalId = null);

/// <summary>Invoices and documents. The systems that show them report here what became of them.</summary>
static class PaperRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RecordRoutes.Map<Invoice, InvoiceFields>(api, new()
        {
            Path = "/invoices",
            Tag = "Invoices",
            Kind = Kinds.Invoice,
            Read = Scopes.ContactsRead,
            Write = Scopes.ContactsWrite,
            Required = ["contactId", "title", "amount"],
            Given = now => new JsonObject { ["createdAt"] = now },
            Settle = Settle,
            Refuse = async (store, practice, invoice, ct) => invoice.Amount < 0 ? Refusal.Invalid("amount", "Not less than 0.")
                : invoice.Paid < 0 ? Refusal.Invalid("paid", "Not less than 0.")
                : WrongPage(invoice.Url) ?? await store.Missing(Kinds.Contact, practice, "contactId", invoice.ContactId, ct),
            Events = (id, before, after) => before is null && after.Status is InvoiceStatus.Draft || before is not null && Facts.Change(before, after, "sentAt", "url", "reportedAt", "externalId", "overdueFor") is null
                ? [] : [new("invoice.changed", new { invoice = PaperFacts.Of(id, after) })],
            ContactOf = invoice => invoice.ContactId,
            Filter = request => Query.Choice<InvoiceStatus>("status", request.Query["status"]) is { } status ? invoice => invoice.Status == status : null,
        });
        RecordRoutes.Map<Document, DocumentFields>(api, new()
        {
            Path = "/documents",
            Tag = "Documents",
            Kind = Kinds.Document,
            Read = Scopes.ContactsRead,
            Write = Scopes.ContactsWrite,
            Required = ["contactId", "title"],
            Given = now => new JsonObject { ["createdAt"] = now },
            Settle = (_, after, writing) => after.Status is not DocumentStatus.Draft && after.SentAt is null ? after with { SentAt = writing.Now } : after,
            Refuse = async (store, practice, document, ct) => WrongPage(document.Url) ?? await store.Missing(Kinds.Contact, practice, "contactId", document.ContactId, ct),
            Events = (id, before, after) => before is null && after.Status is DocumentStatus.Draft || before is not null && before.Status == after.Status
                ? [] : [new("document.changed", new { document = PaperFacts.Of(id, after) })],
            ContactOf = document => document.ContactId,
            Filter = request => Query.Choice<DocumentStatus>("status", request.Query["status"]) is { } status ? document => document.Status == status : null,
        });
    }

    static Invoice Settle(Invoice? before, Invoice wished, Writing writing)
    {
        var today = Zones.DateOf(writing.Now, writing.Zone);
        var after = before is null || writing.Says("status") ? wished : InvoiceDay.Extended(before, wished, today, writing.Zone);
        after = writing.IsQuiet ? InvoiceDay.Quietly(before, after, today, writing.Zone) : after;
        return after with
        {
            SentAt = after.Status is InvoiceStatus.Draft ? after.SentAt : after.SentAt ?? writing.Now,
            OverdueFor = after.Status is InvoiceStatus.Overdue ? after.DueAt : after.OverdueFor,
            Paid = after.Status is InvoiceStatus.Paid && before?.Status is not InvoiceStatus.Paid ? Math.Max(after.Paid, after.Amount) : after.Paid,
        };
    }

    static Refusal? WrongPage(string? url) => url is null || WebPage.Is(url) ? null : Refusal.Invalid("url", WebPage.Expected);
}
