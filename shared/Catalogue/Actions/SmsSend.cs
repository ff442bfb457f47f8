using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sends a text message to the contact.</summary>
sealed class SmsSend : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("sms.send", "Send text message", "Messages", "Sends a text message to the contact, if they have a number and agreed to this kind of message. Held during quiet hours.",
        Config:
        [
            Purposes.Field,
            new("templateId", FieldKind.Reference, "Template", Of: "template", Help: "Its text is used when the message below is empty."),
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 1600, Merge: true, Unless: "templateId", Help: "160 characters make one message; each further 153 cost another."),
            new("from", FieldKind.Phone, "From number", MaxLength: 20, Merge: true),
            new("attachment", FieldKind.Url, "File", MaxLength: 500, Merge: true, Help: "The file's address; it goes as a link at the end of the message."),
            Purposes.ExpiresAfter,
            Purposes.WhenQuiet,
            Purposes.AllowPrivate,
        ],
        Outputs: [], Channel: "sms", Outside: true);

    public override Task<Composed> Compose(ActionCall call, CancellationToken ct) =>
        Task.FromResult(Letters.Text(call, call.Config.Text("attachment") is { } file ? $"{call.Config.Need("body").TrimEnd()} {file}" : call.Config.Need("body")));
}
