using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Drafting.Offline;

/// <summary>What practices mostly want, for prompts that name it and say no more. Written in the words that the drafter reads.</summary>
static partial class Recipes
{
    static readonly (Regex Words, string Name, string Prompt)[] all =
    [
        .. new (string, string, string)[]
        {
            (@"no ?-?shows?|missed (?:appointment|visit)", "No-show recovery", "When a patient misses their appointment, wait 20 minutes, text them to rebook. Wait 1 day. Email them to rebook. Wait 3 days. Create a task to call them. Stop when they book."),
            (@"reminders?|remind", "Visit reminders", "When an appointment is booked, text them a reminder 48 hours before. 24 hours before email how to prepare. 2 hours before text a reminder."),
            (@"cancel\w*", "Cancelled visit", "When a patient cancels, text them to rebook. Wait 2 days. Email them to rebook. Wait 5 days. Create a task to call them. Stop when they book."),
            (@"reviews?", "Ask for a review", "After a visit wait 2 hours, then ask for a review by text."),
            (@"birthdays?", "Birthday", "Send a birthday email a week before."),
            (@"(?:failed|declined) payments?|payment fail\w*", "Failed payment", "When a payment fails, text them about the payment. Wait 2 days. Email them about the payment. Wait 3 days. Create a task to call them. Stop when they pay."),
            (@"after ?-?care|post-?treatment|follow ?-?up after", "After a treatment", "After a visit wait 3 hours, email aftercare. Wait 1 day. Text to check how they are. Wait 7 days. Email to check how they are."),
            (@"win ?-?back|reactivat\w*|lapsed", "Win back", "80 days after a visit, email that we miss them. Wait 10 days. Text an offer. Wait 10 days. Create a task to call them. Stop when they book."),
            (@"botox|toxin|recall|touch-?up", "Recall", "80 days after a visit, text that they are due. Wait 10 days. Email an offer. Wait 10 days. Create a task to call them. Stop when they book."),
            (@"welcome|onboard\w*|new patients?", "Welcome", "When a new contact is created, send a welcome email. Wait 7 days. Email them. Stop when they book."),
            (@"leads?|speed to lead|inquir\w*|nurture|consultation", "New lead", "When someone fills in a form, text them. Email them. Notify the front desk. Wait 1 day. Text them. Wait 3 days. Create a task to call them. Stop when they book."),
            (@"confirm\w*", "Confirm visits", "48 hours before the appointment text them to confirm. If they have not confirmed 24 hours before, create a task to call them."),
        }.Select(line => (new Regex($@"\b(?:{line.Item1})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), line.Item2, line.Item3)),
    ];

    public static (string Name, string Prompt)? Nearest(string prompt)
    {
        foreach (var (words, name, text) in all)
            if (words.IsMatch(prompt)) return (name, text);
        return null;
    }

    /// <summary>Whether the words are the recipe's own name for itself.</summary>
    public static bool Covers(string name, string words) => Generic().Replace(words, "").Trim().Length == 0 || Nearest(words)?.Name == name && words.Length <= 60;

    [GeneratedRegex(@"\b(?:follow|ups?|follow-?ups?|please|sequence|series|campaign|flow|messages?|workflow|appointments?|visits?|recovery|some|need|want|like|would|an?|the|for|our|patients?|help|with|us|me|my|i)\b|[.,!?]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Generic();
}
