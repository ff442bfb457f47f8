using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Runtime.Drafting.Offline;

/// <summary>The recipe that a prompt means which names what it wants and says no more. The first line that fits counts, so what is
/// narrower stands first.</summary>
static partial class NearestRecipe
{
    static readonly (Regex Words, string Key)[] all =
    [
        .. new (string Words, string Key)[]
        {
            (@"no ?-?shows?|missed (?:appointment|visit)", "no-show"),
            (@"missed (?:phone )?calls?|text ?-?back|voicemails?", "missed-call"),
            (@"wait ?-?list\w*|stand-?by", "waitlist"),
            (@"unconfirmed|not confirmed", "unconfirmed-visit"),
            (@"(?:prep|preparation|pre-?treatment|pre-?care) (?:instructions?|emails?)|how to prepare|pre-?treatment|pre-?care", "preparation"),
            (@"unsigned|(?:consent|intake) (?:forms?|papers?|documents?)|signatures?", "unsigned-consent"),
            (@"consultation booked|new consultations? booked", "consultation-booked"),
            (@"(?:after|post)(?: a| the)? ?-?consult\w*|consult\w* (?:follow|done)\w*|undecided|not (?:bought|decided)", "consultation-follow-up"),
            (@"reminders?|remind|confirm\w*", "visit-reminders"),
            (@"cancel\w*|rebook\w*", "cancelled-visit"),
            (@"(?:bad|negative|low) (?:reviews?|feedback|ratings?)|complaints?|unhappy", "unhappy-patient"),
            (@"reviews?", "review-request"),
            (@"birthdays?|gift cards?", "birthday"),
            (@"(?:failed|declined) (?:payments?|cards?)|payment fail\w*|dunning", "failed-payment"),
            (@"invoices?|unpaid|overdue bills?", "invoice-due"),
            (@"memberships?|renewals?", "membership-renewal"),
            (@"packages?", "package-expiry"),
            (@"after ?-?care|post-?treatment|follow ?-?up after|check-?ins?", "aftercare"),
            (@"touch-?ups?", "touch-up"),
            (@"fillers?|biostimulators?", "filler-recall"),
            (@"botox|toxin|recalls?", "toxin-recall"),
            (@"series|sessions?", "series"),
            (@"win ?-?back|reactivat\w*|lapsed|dormant", "win-back"),
            (@"skin checks?|annual|yearly", "annual-check"),
            (@"referrals?|recommend\w*|word of mouth", "referral"),
            (@"abandon\w*|quotes?|estimates?", "abandoned-booking"),
            (@"overdue calls?|calls? (?:nobody|not) made|sla", "call-overdue"),
            (@"opt-?outs?|unsubscrib\w*", "opt-out"),
            (@"welcome|onboard\w*|new patients?", "welcome"),
            (@"leads?|speed to lead|inquir\w*|enquir\w*|nurture|consultations?", "new-lead"),
        }.Select(line => (new Regex($@"\b(?:{line.Words})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), line.Key)),
    ];

    public static Recipe? Of(string prompt)
    {
        foreach (var (words, key) in all)
            if (words.IsMatch(prompt)) return RecipeBook.Find(key) ?? throw new InvalidOperationException($"There is no recipe {key}.");
        return null;
    }

    /// <summary>Whether the words are another way to name the recipe.</summary>
    public static bool Covers(Recipe recipe, string words) => Generic().Replace(words, "").Trim().Length == 0 || Of(words)?.Key == recipe.Key && words.Length <= 60;

    [GeneratedRegex(@"\b(?:follow|ups?|follow-?ups?|please|sequence|series|campaign|flow|messages?|workflow|appointments?|visits?|recovery|some|need|want|like|would|an?|the|for|our|patients?|help|with|us|me|my|i)\b|[.,!?]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Generic();
}
