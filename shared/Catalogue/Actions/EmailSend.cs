using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Identity;
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
            new("templateId", FieldKind.Reference, "Template", Of: "template", Help: "Its texts are used where the fields below are empty."),
            new("subject", FieldKind.Text, "Subject", Required: true, MaxLength: 300, Merge: true, Unless: "templateId"),
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 100_000, Merge: true, Unless: "templateId"),
            new("html", FieldKind.Html, "Designed message", MaxLength: 200_000, Merge: true, Help: "Shown instead of the plain message where the mailbox can."),
            new("preheader", FieldKind.Text, "Preview text", MaxLength: 300, Merge: true, Help: "Shown beside the subject in the mailbox."),
            new("fromName", FieldKind.Text, "From name", MaxLength: 100, Merge: true),
            new("fromEmail", FieldKind.Email, "From address", MaxLength: 254, Merge: true),
            new("replyTo", FieldKind.Email, "Replies go to", MaxLength: 254, Merge: true),
            new("cc", FieldKind.Text, "Copies to", MaxLength: 1000, Merge: true, MayBeEmpty: true, Help: "Addresses, separated by commas. The patient sees them."),
            new("bcc", FieldKind.Text, "Hidden copies to", MaxLength: 1000, Merge: true, MayBeEmpty: true, Help: "Addresses, separated by commas."),
            new("attachments", FieldKind.Map, "Files", Merge: true, Help: "A name and the file's address for each; they go as links at the end of the message."),
            new("trackClicks", FieldKind.Flag, "Follow clicks on links", Help: "Left empty: as the practice's email provider is set up."),
            Purposes.ExpiresAfter,
            Purposes.WhenQuiet,
        ],
        Outputs: [], Channel: "email", Outside: true);

    public override Task<Composed> Compose(ActionCall call, CancellationToken ct) => Task.FromResult(Compose(call));

    static Composed Compose(ActionCall call)
    {
        var config = call.Config;
        if (!TryAddresses(config.Text("cc"), out var cc)) return Composed.No(new Outcome.Failed("email.cc.invalid", Retryable: false));
        if (!TryAddresses(config.Text("bcc"), out var bcc)) return Composed.No(new Outcome.Failed("email.bcc.invalid", Retryable: false));
        var composed = Letters.Email(call, config.Need("subject"), config.Need("body"));
        if (composed.Message is not { } message) return composed;
        var files = Files.Of(config);
        return Composed.Of(message with
        {
            Cc = cc, Bcc = bcc, TrackClicks = config.Values["trackClicks"] is null ? null : config.Flag("trackClicks"),
            Text = Files.Under(message.Text!, files), Html = Files.UnderHtml(message.Html!, files),
        });
    }

    static bool TryAddresses(string? text, out ImmutableArray<string>? addresses)
    {
        addresses = null;
        if (text is null) return true;
        var found = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(EmailAddress.Normalize).ToList();
        if (found.Contains(null)) return false;
        addresses = [.. found.OfType<string>().Distinct()];
        return true;
    }
}
