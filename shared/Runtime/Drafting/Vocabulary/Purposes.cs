using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Texts;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Care or marketing, by rule: what belongs to a visit, a payment or a contact's own request is care; what wants to
/// sell, win back or be recommended is marketing.</summary>
static partial class Purposes
{
    public static string Of(string text, About topic)
    {
        if (Care().IsMatch(text)) return "care";
        return Marketing().IsMatch(text) || topic is About.Offer or About.Birthday or About.Review or About.Referral or About.WinBack or About.Recall ? "marketing" : "care";
    }

    [GeneratedRegex(@"\b(?:care message|as care|for care|transactional)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Care();

    [GeneratedRegex(@"\b(?:marketing|promo\w*|newsletter|offers?|discount\w*|specials?|sale|coupon|gift ?card|membership offer)\b|%", RegexOptions.NonBacktracking)]
    private static partial Regex Marketing();
}
