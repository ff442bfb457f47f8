using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sends a text message to the contact.</summary>
sealed class SmsSend : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("sms.send", "Send text message", "Messages", "Sends a text message to the contact, if they have a number and agreed to this kind of message. Held during quiet hours.",
        Config:
        [
            Purposes.Field,
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 1600, Merge: true, Help: "160 characters make one message; each further 153 cost another."),
            new("from", FieldKind.Phone, "From number", MaxLength: 20, Merge: true),
            Purposes.ExpiresAfter,
        ],
        Outputs: [], Channel: "sms", Outside: true);

    public override Task<Composed> Compose(ActionCall call, CancellationToken ct) => Task.FromResult(Compose(call));

    static Composed Compose(ActionCall call)
    {
        if (call.Contact?.Body.Phone is not { } to) return Composed.No(new Outcome.Skipped("contact.noPhone"));
        var body = call.Config.Need("body");
        return Composed.Of(New(call, "sms", call.Config.Need("purpose")) with
        {
            ContactId = call.ContactId,
            From = call.Config.Text("from") ?? call.Sender.Phone ?? call.Practice.SenderPhone,
            To = to,
            Text = body,
            Segments = Segments.Count(body),
        });
    }
}
