using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Control;

/// <summary>The steps that wait.</summary>
public static class Waits
{
    const string Category = "Waits";
    static readonly ImmutableArray<string> OrTimeout = ["timeout"];

    public static readonly ImmutableArray<ControlDescriptor> All =
    [
        new("wait.delay", "Wait for a time", Category, "Waits for some minutes, hours or days, and then for the right time of day.",
            [
                new("for", FieldKind.Duration, "How long"),
                new("at", FieldKind.Text, "Then until", MaxLength: 5, Help: "A time of day, like 10:00."),
                new("window", FieldKind.Map, "Only within these hours", Of: "window", Help: "Outside of them it goes on when they next begin."),
            ], []),
        new("wait.until", "Wait for a date", Category, "Waits until an appointment or another date, or some time before or after it.",
            [
                new("field", FieldKind.Text, "Date", Of: "field", Help: "For example the start of the appointment."),
                new("at", FieldKind.Instant, "Or a fixed date"),
                new("offset", FieldKind.Duration, "Before or after", Help: "-P1D is one day before, PT2H two hours after."),
                new("timeOfDay", FieldKind.Text, "At this time of day", MaxLength: 5),
                new("whenPast", FieldKind.Choice, "If it is already past", Options:
                    [new("skip", "Go to the next wait"), new("continue", "Go on at once"), new("end", "End here"), new("goTo", "Go to a step")]),
                new("pastStep", FieldKind.Reference, "Step", Of: "step"),
            ], ["config.pastStep"]),
        new("wait.reply", "Wait for a reply", Category, "Waits until the contact writes back.",
            [
                new("channel", FieldKind.Choice, "Answered by", Options: [new("sms", "Text message"), new("email", "Email")], Help: "Not chosen: by text or email."),
                new("answers", FieldKind.ManyChoices, "Only these answers", Options:
                    [new("confirm", "Confirms"), new("reschedule", "Wants another time"), new("decline", "Declines"), new("stop", "Wants no more texts"), new("number", "A number"), new("other", "Anything else")],
                    Help: "Left empty: any answer. Other answers go to the inbox, and the contact goes on waiting."),
            ], OrTimeout),
        new("wait.condition", "Wait for a condition", Category, "Waits until something about the contact is true.",
            [
                new("when", FieldKind.Condition, "Until", Required: true,
                    Help: "Asked when something happens to the contact, and at the full hour at which the date or the weekday makes it true (the quarter of an hour, for a time of day)."),
            ], OrTimeout),
        new("wait.link", "Wait for a click", Category, "Waits until the contact clicks a tracked link.",
            [new("linkId", FieldKind.Reference, "Link", Of: "link", Help: "Left empty: any link.")], OrTimeout),
        new("wait.email", "Wait for an email event", Category, "Waits until an email is opened, clicked and so on.",
            [
                new("stepId", FieldKind.Reference, "Email of the step", Of: "step", Help: "Left empty: any email of this workflow."),
                new("events", FieldKind.ManyChoices, "Events", Required: true, Options:
                    [new("opened", "Opened"), new("clicked", "Clicked"), new("bounced", "Bounced"), new("unsubscribed", "Unsubscribed"), new("complained", "Marked as spam")]),
            ], OrTimeout),
        new("wait.invoice", "Wait for the invoice", Category, "Waits until an invoice is due, or some time before or after; ends early when it is paid.",
            [
                new("offset", FieldKind.Duration, "Before or after it is due"),
                new("paidStep", FieldKind.Reference, "When paid, go to", Of: "step"),
            ], ["config.paidStep"]),
    ];
}
