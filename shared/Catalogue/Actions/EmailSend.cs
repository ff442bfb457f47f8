using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sends an email to the contact.</summary>
sealed class EmailSend : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("email.send", "Send email", "Messages", "Sends an email to the contact, if they have an address and agreed to this kind of message.",
        Config:
        [
            Purposes.Field,
            new("subject", FieldKind.Text, "Subject", Required: true, MaxLength: 300, Merge: true),
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 100_000, Merge: true),
            new("html", FieldKind.Html, "Designed message", MaxLength: 200_000, Merge: true, Help: "Shown instead of the plain message where the mailbox can."),
            new("preheader", FieldKind.Text, "Preview text", MaxLength: 300, Merge: true, Help: "Shown beside the subject in the mailbox."),
            new("fromName", FieldKind.Text, "From name", MaxLength: 100, Merge: true),
            new("fromEmail", FieldKind.Email, "From address", MaxLength: 254, Merge: true),
            new("replyTo", FieldKind.Email, "Replies go to", MaxLength: 254, Merge: true),
            Purposes.ExpiresAfter,
        ],
        Outputs: [], Channel: "email", Outside: true);

    public override Task<Composed> Compose(ActionCall call, CancellationToken ct) => Task.FromResult(Compose(call));

    static Composed Compose(ActionCall call)
    {
        if (call.Contact?.Body.Email is not { } to) return Composed.No(new Outcome.Skipped("contact.noEmail"));
        var (config, body) = (call.Config, call.Config.Need("body"));
        var from = config.Text("fromEmail") ?? call.Sender.Email ?? call.Practice.SenderEmail ?? call.Practice.Email;
        return Composed.Of(New(call, "email", config.Need("purpose")) with
        {
            ContactId = call.ContactId,
            From = Mailbox.Of(config.Text("fromName") ?? call.Sender.Name ?? call.Practice.SenderName ?? call.Practice.Name, from),
            To = to,
            ReplyTo = config.Text("replyTo"),
            Subject = config.Need("subject").ReplaceLineEndings(" "),
            Text = body,
            Html = EmailPage.WithPreheader(config.Text("html") ?? EmailPage.FromText(body), config.Text("preheader")),
        });
    }
}
