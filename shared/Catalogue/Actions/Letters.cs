using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Messages to the contact, as every step that sends one writes them.</summary>
static class Letters
{
    public const string Link = "[link]";

    /// <summary>The form of a step that may send by email or by text.</summary>
    public static ImmutableArray<Field> Form(string help) =>
    [
        new("channel", FieldKind.Choice, "How", Required: true, Options: [new("email", "Email"), new("sms", "Text message")]),
        Purposes.Field,
        new("templateId", FieldKind.Reference, "Template", Of: "template"),
        new("subject", FieldKind.Text, "Subject", MaxLength: 300, Merge: true, Help: "For an email."),
        new("body", FieldKind.LongText, "Message", MaxLength: 10_000, Merge: true, Help: help),
        Purposes.ExpiresAfter,
        Purposes.WhenQuiet,
        Purposes.AllowPrivate,
    ];

    public static Composed On(ActionCall call, string subject, string body) =>
        call.Config.Need("channel") == "sms" ? Text(call, body) : Email(call, call.Config.Text("subject") ?? subject, body);

    public static Composed Email(ActionCall call, string subject, string body)
    {
        if (call.Recipient?.Body.Email is not { } to) return Composed.No(new Outcome.Skipped("contact.noEmail"));
        var config = call.Config;
        var from = config.Text("fromEmail") ?? call.Sender.Email ?? call.Practice.SenderEmail ?? call.Practice.Email;
        return Composed.Of(MessageAction.New(call, "email", config.Need("purpose")) with
        {
            ContactId = call.ContactId,
            From = Mailbox.Of(config.Text("fromName") ?? call.Sender.Name ?? call.Practice.SenderName ?? call.Practice.Name, from),
            To = to,
            ReplyTo = config.Text("replyTo"),
            Subject = subject.ReplaceLineEndings(" "),
            Text = body,
            Html = EmailPage.WithPreheader(config.Text("html") ?? EmailPage.FromText(body), config.Text("preheader")),
        });
    }

    public static Composed Text(ActionCall call, string body)
    {
        if (call.Recipient?.Body.Phone is not { } to) return Composed.No(new Outcome.Skipped("contact.noPhone"));
        return Composed.Of(MessageAction.New(call, "sms", call.Config.Need("purpose")) with
        {
            ContactId = call.ContactId,
            From = call.Config.Text("from") ?? call.Sender.Phone ?? call.Practice.SenderPhone,
            To = to,
            Text = body,
            Segments = Segments.Count(body),
        });
    }

    /// <summary>Puts an address where the text says so, or behind it.</summary>
    public static string With(string body, string mark, string url, string before = "") =>
        body.Contains(mark, StringComparison.OrdinalIgnoreCase) ? body.Replace(mark, url, StringComparison.OrdinalIgnoreCase) : $"{body.TrimEnd()}\n\n{before}{url}";
}
