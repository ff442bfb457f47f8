using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Asks the contact for a review. Everybody gets the public link; whoever has something to say in private finds that
/// link beside it. Choosing who is asked by how they feel breaks the platforms' rules and the FTC's: the linter warns of it.</summary>
sealed class ReviewRequest : MessageAction
{
    const string About = "review";
    const string HalfAYear = "P180D";

    public override ActionDescriptor Descriptor { get; } = new("review.request", "Ask for a review", "Messages", "Sends everybody the link to your public review page, and beside it the one for private feedback.",
        Config:
        [
            .. Letters.Form("The links stand where the message says [link] and [feedback], or at its end."),
            new("url", FieldKind.Url, "Review page", MaxLength: 500, Merge: true, Help: "Left empty: the one in the practice's settings."),
            new("notWithin", FieldKind.Duration, "Not if asked within", Help: "Left empty: half a year."),
        ],
        Outputs: [], ChannelField: "channel", Outside: true);

    public override async Task<Composed> Compose(ActionCall call, CancellationToken ct)
    {
        if ((call.Config.Text("url") ?? call.Practice.Pages?.Review) is not { } url) return Composed.No(new Outcome.Failed("page.review.missing", Retryable: false));
        if (await AskedSince(call, ct)) return Composed.No(new Outcome.Skipped("review.recent"));
        var body = Letters.With(call.Config.Text("body") ?? "Thank you for your visit! Would you tell others how it was?", Letters.Link, url);
        if (call.Practice.Pages?.Feedback is { } feedback) body = Letters.With(body, "[feedback]", feedback, "Or tell only us: ");
        var composed = Letters.On(call, "How was your visit?", body);
        return composed.Message is { } message ? Composed.Of(message with { About = About }) : composed;
    }

    static async Task<bool> AskedSince(ActionCall call, CancellationToken ct)
    {
        if (!Durations.TryParse(call.Config.Text("notWithin") ?? HalfAYear, out var span)) return false;
        var since = Durations.Add(call.Now, span.Negate(), call.Setting.Zone);
        var known = await call.Records.List(Kinds.Message, call.PracticeId, new Listing(100, Index: "contact", Value: call.ContactId), ct);
        return known.Items.Any(item => item.Body is { About: About, Direction: Direction.Out, Status: not MessageStatus.Failed } asked
            && asked.At > since && asked.EffectId != call.EffectId);
    }
}
