using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Telling;

/// <summary>Invoices and documents as facts of an event, with the names that other systems have for the same.</summary>
public static class PaperFacts
{
    public static JsonObject Of(string id, Invoice invoice)
    {
        var facts = JsonSerializer.SerializeToNode(invoice, Kinds.Invoice.Json)!.AsObject();
        facts["id"] = id;
        facts["total"] = invoice.Amount;
        return facts;
    }

    public static JsonObject Of(string id, Document document)
    {
        var facts = JsonSerializer.SerializeToNode(document, Kinds.Document.Json)!.AsObject();
        facts["id"] = id;
        if (document.Form is not null) facts["templateId"] = document.Form;
        return facts;
    }
}
