using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Texts;

/// <summary>What a message is about: by its own words, or by what started the workflow.</summary>
static class TopicTable
{
    static readonly (About About, Regex Words)[] table =
    [
        .. new (About, string)[]
        {
            (About.Review, @"\breviews?\b|\bfeedback on google"), (About.Birthday, @"\bbirthday"), (About.Referral, @"\brefer(?:ral|red)?\b|\brefer a friend|\bfriends?\b"),
            (About.Photo, @"\bphotos?\b|\bpictures?\b|before/after"), (About.Confirm, @"\bto confirm\b|\bconfirm (?:it|the|their|by)|\bplease confirm"), (About.Confirmation, @"\bconfirmation\b|\bconfirming\b"),
            (About.Aftercare, @"\bafter ?-?care\b|\bpost-?(?:treatment|care)"), (About.Prepare, @"\bprep\w*|\bpre-?(?:treatment|care|op)\w*|\binstructions\b"), (About.Intake, @"\bintake\b|\bconsent forms?\b|\bforms? to (?:fill|sign)|\bpaperwork\b"),
            (About.Survey, @"\bsurvey\b|\bfeedback\b|\bsatisfaction\b|\bquestionnaire\b"), (About.Offer, @"\boffers?\b|\bdiscount\w*|\bpromo\w*|\bspecials?\b|\bcoupon|\bsale\b|% off|\bgift ?card"), (About.Recall, @"\bare due\b|\bdue for\b|\bnext treatment\b|\b(?:touch|top)[ -]?ups?\b|\brecall\b"),
            (About.WinBack, @"\bmiss (?:you|them)\b|\bwin ?-?back\b|\breactivat\w+|\bcome back\b|\blong time\b"), (About.Rebook, @"\brebook\w*|\bnew (?:time|appointment|date)\b|\breschedule\b"), (About.Remind, @"\bremind\w*"),
            (About.Thanks, @"\bthank\w*"), (About.Welcome, @"\bwelcome\b"), (About.CheckIn, @"\bhow (?:they|it|things|are|is|was|did)\b|\bcheck (?:in|how|on|up)\b|\bchecking in\b"), (About.Book, @"\bbook(?:ing)?\b|\bschedul\w+ (?:a|an|their)\b"),
            (About.Payment, @"\bpay(?:ment)?\b|\bcard\b|\binvoice\b|\bbalance\b"), (About.FollowUp, @"\bfollow(?:ing)? up\b"),
        }.Select(line => (line.Item1, new Regex(line.Item2, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))),
    ];

    /// <summary>By the message's own words; null when they do not say.</summary>
    public static About? Find(string text)
    {
        foreach (var (about, words) in table)
            if (words.IsMatch(text)) return about;
        return null;
    }

    public static About ByStart(Scene scene)
    {
        var first = scene.Messages == 0;
        var status = scene.Starts.SelectMany(start => start.Filters).FirstOrDefault(row => row.Field == "appointment.status")?.Value?.ToString();
        return scene.Starts.FirstOrDefault()?.Type switch
        {
            "form.submitted" or "survey.submitted" or "message.received" => first ? About.Acknowledge : About.FollowUp,
            "contact.created" => first ? About.Welcome : About.FollowUp,
            "payment.received" when scene.Starts[0].Filters.Any(row => row.Value?.ToString() == "failed") => About.Payment,
            "payment.received" or "order.submitted" or "review.received" or "document.changed" => About.Thanks,
            "invoice.changed" => About.Payment,
            "subscription.changed" when scene.Starts[0].Filters.Any(row => row.Value?.ToString() is "failed" or "unpaid" or "overdue") => About.Payment,
            "subscription.changed" when first && scene.Starts[0].Filters.Any(row => row.Value?.ToString() is "active" or "trial") => About.Welcome,
            "call.ended" => first ? About.MissedCall : About.FollowUp,
            "opportunity.created" or "opportunity.stage.changed" or "opportunity.stale" => About.FollowUp,
            "contact.birthday" => About.Birthday,
            "appointment.booked" => first && !scene.SpokeOfVisit ? About.Confirmation : About.Remind,
            "appointment.rescheduled" => About.Moved,
            "appointment.status.changed" when status is "noshow" or "cancelled" => About.Rebook,
            "appointment.status.changed" when status is "showed" => About.CheckIn,
            "appointment.status.changed" => About.Confirmation,
            _ => About.General,
        };
    }
}
