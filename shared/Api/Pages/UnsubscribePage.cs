using AesthetixWorkflows.Core.Wording;
using AesthetixWorkflows.Runtime.Subscribing;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Which emails somebody gets, and a form to change it.</summary>
static class UnsubscribePage
{
    public const string Choice = "choice", Marketing = "marketing", All = "all", Again = "again";

    /// <param name="done">What was just asked for.</param>
    public static Page Of(Subscription standing, SubscriptionWish? done = null)
    {
        if (standing.Address is null) return Page.Sorry(StatusCodes.Status200OK, "You get no emails from us", "We have no email address of yours, so there is nothing to unsubscribe from.", standing.Practice);
        var title = !standing.Any ? "You get no emails" : !standing.Marketing ? "You get no offers and news" : done is SubscriptionWish.Again ? "You are subscribed again" : "Unsubscribe";
        return new(StatusCodes.Status200OK, standing.Practice, title, Notice(standing, done) + Forms(standing));
    }

    static string Notice(Subscription standing, SubscriptionWish? done)
    {
        var address = $"<strong>{Html.Escape(standing.Address!)}</strong>";
        var words = standing switch
        {
            { Any: false } => $"No email of ours goes to {address} any more.",
            { Marketing: false } => $"Offers and news no longer go to {address}. Emails about your visits still do.",
            _ when done is SubscriptionWish.Again => $"Our emails go to {address} again.",
            _ => $"Our emails go to {address}.",
        };
        return done is null ? $"<p>{words}</p>" : $"<p class=\"done\" role=\"status\">Done. {words}</p>";
    }

    static string Forms(Subscription standing) => standing switch
    {
        { Any: true, Marketing: true } => $"""
            <form method="post">
            <fieldset>
            <legend>What should stop?</legend>
            <label><input type="radio" name="{Choice}" value="{Marketing}" checked><span>Offers and news<small>You still get emails about your visits.</small></span></label>
            <label><input type="radio" name="{Choice}" value="{All}"><span>All emails<small>Also reminders and answers to your questions.</small></span></label>
            </fieldset>
            <button>Unsubscribe</button>
            </form>
            """,
        { Any: true } => Button(All, "Stop all emails", "Also reminders of visits and answers to your questions.") + Button(Again, "Undo: send me offers and news", null),
        { Elsewhere: true } => "<p class=\"soft\">Emails to you are stopped for another reason too. To get them again, please ask the practice.</p>",
        _ => Button(Again, "Undo: send me emails again", null),
    };

    static string Button(string choice, string words, string? more) => $"""
        <form method="post">
        <input type="hidden" name="{Choice}" value="{choice}">
        {(more is null ? "" : $"<p class=\"soft\">{more}</p>")}
        <button class="quiet">{words}</button>
        </form>
        """;
}
