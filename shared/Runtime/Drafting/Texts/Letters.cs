using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Texts;

/// <summary>Writes default texts with the merge fields that the workflow has. No treatment is named: a text can be read on the way.</summary>
static partial class Letters
{
    const string Hi = "Hi {{contact.firstName | default: \"there\"}}", Site = "{{practice.website}}", Us = "{{practice.name}}";

    /// <param name="about">What the prompt says it is about, when it does.</param>
    /// <param name="said">What it wants to have said, as a sentence.</param>
    public static Letter Write(string channel, About topic, Scene scene, string? about, string? said = null)
    {
        var (subject, line) = Default(topic, scene, about);
        if (said is not null) (subject, line) = (topic is About.General ? "{{practice.name}}" : subject, said);
        if (channel == "email") return new(subject, $"{Hi},\n\n{line}\n\n{Us}\n{{{{practice.phone}}}}");
        // Who has not written with us yet must be told how to make it stop.
        return new(subject, $"{Hi}, {Us} here. {line}{(scene.Messages == 0 ? " Reply STOP to opt out." : "")}");
    }

    static (string Subject, string Line) Default(About topic, Scene scene, string? about)
    {
        var visit = scene.OfAppointment;
        var on = visit ? " on {{appointment.startsAt}}" : "";
        return topic switch
        {
            About.Acknowledge => ("We have your request", "Thank you for your request. We will be in touch soon."),
            About.FollowUp => ("Can we help?", $"We wanted to follow up on your request. Is there a good time for you? Book here: {Site}"),
            About.Book => ("Book your visit", $"You can book your visit here: {Site}"),
            About.Rebook => ("Shall we find a new time?", $"Shall we find a new time for your visit? Book here: {Site}"),
            About.Remind when scene.Starts.Exists(start => start.Type == "invoice.changed") => Default(About.Payment, scene, about),
            About.Remind when !visit && scene.Starts.Count > 0 => ("A reminder", $"A friendly reminder{(Remembered(about) is { } what ? $": {what}" : "")}. If you have any question, call us at {{{{practice.phone}}}}."),
            About.Remind => ("Your visit", $"A reminder of your visit{on}.{(about is null || about.Contains("appointment", StringComparison.OrdinalIgnoreCase) || about.Contains("visit", StringComparison.OrdinalIgnoreCase) || Remembered(about) is null ? "" : $" Please remember: {Remembered(about)}.")}"),
            About.Confirm => ("Please confirm your visit", $"Your visit is coming up{on}. Please confirm: reply C to confirm or R to reschedule."),
            About.Confirmation => ("Your visit is confirmed", $"Your visit{on} is confirmed. We look forward to seeing you."),
            About.Prepare => ("How to prepare for your visit", $"Here is how to prepare for your visit{on}: please arrive ten minutes early. Call us with any question."),
            About.Aftercare => ("Caring for yourself after your visit", "Thank you for your visit. Please follow the aftercare instructions we gave you, and call us if anything worries you."),
            About.CheckIn => ("How are you?", "How are you after your visit? If anything worries you, reply or call us."),
            About.Review => ("Would you share your experience?", $"Thank you for your visit. Would you share your experience in a review? {Site}"),
            About.Birthday => ("Happy birthday from {{practice.name}}", $"Happy birthday! We have a little something for you: {Site}"),
            About.Offer => (about is null ? "Something for you" : Capital(about), $"{(about is null ? "We have an offer for you" : $"We would like to tell you about {about}")}. Find out more: {Site}"),
            About.Payment when scene.Starts.Exists(start => start.Type == "invoice.changed") =>
                ("Your invoice", "An invoice of ours is open. You can pay it here: {{invoice.url | default: \"just call us for the link\"}}. If something is not right, call us at {{practice.phone}}."),
            About.Payment => ("Your payment", $"There is a payment to settle. You can do it here: {Site}, or call us at {{{{practice.phone}}}}."),
            About.Thanks => ("Thank you", "Thank you! We are glad to have you with us."),
            About.Welcome => ("Welcome to {{practice.name}}", $"Welcome! Here is where you find us and can book a visit: {Site}"),
            About.Intake => ("Please fill in before your visit", $"Please fill in your forms before your visit: {Site}"),
            About.Survey => ("How did we do?", $"How did we do? Tell us in a minute: {Site}"),
            About.Referral => ("Know someone who would like us?", $"If a friend would like to visit us too, share this: {Site}"),
            About.WinBack => ("We miss you", $"It has been a while. We would love to see you again: {Site}"),
            About.Recall => ("It is time for your next visit", $"It is time for your next visit. Book here: {Site}"),
            About.Photo => ("A photo, please", "Would you send us a photo, so that we can see how it has gone? Just reply with it."),
            About.MissedCall => ("We missed your call", "Sorry that we missed your call. We will call you back as soon as we can."),
            About.Moved => ("Your visit has a new time", $"Your visit has a new time{(visit ? ": {{appointment.startsAt}}" : "")}."),
            _ => (about is null ? "News from {{practice.name}}" : Capital(about), about is null ? $"We would like to be in touch with you. Find us here: {Site}" : about.StartsWith("we ", StringComparison.OrdinalIgnoreCase) || about.StartsWith("you ", StringComparison.OrdinalIgnoreCase) ? $"{Capital(about)}. Find us here: {Site}" : $"We are writing to you about {about}. More here: {Site}"),
        };
    }

    /// <summary>"a reminder to sign it" is "sign it".</summary>
    static string? Remembered(string? about) => about is null ? null : Reminder().Replace(about, "") is { Length: > 1 } what ? what : null;

    [GeneratedRegex(@"^(?:(?:a|an|another|the) )?(?:\w+ )?reminder(?: (?:to|about|of|that|for))?\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reminder();

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
