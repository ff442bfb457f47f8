using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sends the contact a consent form or contract to read and sign.</summary>
sealed class DocumentSend : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("document.send", "Send document", "Payments", "Makes a document for the contact to sign, such as a consent form, and sends a link to it.",
        Config:
        [
            .. Letters.Form("The link stands where the message says [link], or at its end."),
            new("title", FieldKind.Text, "Document", Required: true, MaxLength: 300, Merge: true),
            new("form", FieldKind.Text, "Form", MaxLength: 200, Merge: true, Help: "Its name in the system that shows it."),
            new("dueIn", FieldKind.Duration, "To be signed within"),
        ],
        Outputs: [new("id", "Document id"), new("url", "Document page")], ChannelField: "channel", Outside: true);

    public override Task<Composed> Compose(ActionCall call, CancellationToken ct)
    {
        if (Page(call) is not { } url) return Task.FromResult(Composed.No(new Outcome.Failed("page.document.missing", Retryable: false)));
        var title = call.Config.Need("title");
        var composed = Letters.On(call, title, Letters.With(call.Config.Text("body") ?? $"{title}:", Letters.Link, url));
        return Task.FromResult(composed.Message is { } message ? Composed.Of(message with { About = "document" }) : composed);
    }

    public override Task Follow(ActionCall call, Message message, CancellationToken ct)
    {
        var id = call.LastingId(Kinds.Document.Prefix);
        var document = new Document
        {
            ContactId = call.ContactId,
            Title = call.Config.Need("title"),
            Form = call.Config.Text("form"),
            Status = DocumentStatus.Sent,
            DueAt = call.Config.Text("dueIn") is { } due ? Due.After(call.Now, call.Setting.Zone, due) : null,
            Url = Page(call),
            EnrollmentId = call.Enrollment.Id,
            CreatedAt = call.Now,
            SentAt = call.Now,
        };
        call.Give(new JsonObject { ["id"] = id, ["url"] = document.Url });
        call.Changes.Put(Kinds.Document, id, document);
        call.Raise("document.changed", ContactWriting.About(call.ContactId, ("document", PaperFacts.Of(id, document))));
        return Task.CompletedTask;
    }

    static string? Page(ActionCall call) => Pages.Of(call.Practice.Pages?.Document, call.LastingId(Kinds.Document.Prefix));
}
