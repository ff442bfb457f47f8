using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A consent form or contract was sent, read or signed.</summary>
static class DocumentChanged
{
    public static readonly TriggerDescriptor Descriptor = new("document.changed", "Document", "Payments",
        "Starts when a consent form or contract is sent, viewed, signed or completed.",
        Config: [],
        Filters: ContactFilters.And(
            new("document.status", "Status", "text", [new("sent", "Sent"), new("viewed", "Viewed"), new("signed", "Signed"), new("completed", "Completed")]),
            new("document.templateId", "Template", "text"), new("document.title", "Title", "text"), new("document.value", "Value", "number"), new("document.recipient", "Recipient", "text")),
        MergeFields: 
        [
            new("document.id", "Document id"), new("document.status", "Document status"), new("document.title", "Document", Sensitive: true), new("document.templateId", "Document template"),
            new("document.value", "Document value", "number", Sensitive: true), new("document.recipient", "Document's recipient"), new("document.dueAt", "Document due", "date"), new("document.url", "Document page"),
        ]);
}
