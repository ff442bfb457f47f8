using System.Net;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Puts the addresses into a message that has its id now: tracked links in the place of their marks, and in an email
/// the way out of the mailing.</summary>
/// <param name="pages">Null: this host serves no pages.</param>
public sealed partial class LinkWeaver(IRecords records, PageAddresses? pages = null)
{
    public async Task<Message> Weave(string practiceId, Practice practice, string messageId, Message message, CancellationToken ct)
    {
        if (pages is not { Served: true } || message.ContactId is not { } contact) return message;
        var links = new SentLinks(pages, practiceId, messageId);
        if (message is { Channel: "email", Purpose: "marketing" }) message = MailFooter.Under(message, practice) with { Unsubscribe = pages.Unsubscribe(practiceId, contact, messageId) };
        await Targets(links, practiceId, message, ct);
        if (message is { Channel: "email", TrackClicks: true, Html: { } page }) message = message with { Html = Follow(page, links) };
        var leave = message.Channel == "email" ? message.Unsubscribe ?? pages.Unsubscribe(practiceId, contact, messageId) : null;
        var text = Filled(message.Text, links, leave, url => url);
        return message with
        {
            Text = text, Html = Filled(message.Html, links, leave, Html.Escape), Links = links.All,
            Segments = message.Segments is null || text is null ? message.Segments : Segments.Count(text),
        };
    }

    async Task Targets(SentLinks links, string practice, Message message, CancellationToken ct)
    {
        foreach (var id in LinkMarks.Links().Matches($"{message.Text} {message.Html}").Select(match => match.Groups[1].Value).Distinct())
            links.Know(id, (await records.Find(Kinds.Link, practice, id, ct))?.Body.Url ?? "");
    }

    static string? Filled(string? text, SentLinks links, string? leave, Func<string, string> escape)
    {
        if (text is null || !text.Contains(".invalid/", StringComparison.Ordinal)) return text;
        text = LinkMarks.Links().Replace(text, mark => escape(links.Of(mark.Groups[1].Value)));
        return leave is null ? text : text.Replace(LinkMarks.Unsubscribe, escape(leave), StringComparison.Ordinal);
    }

    /// <summary>Every web address that the email links to becomes one of ours, but those that are already.</summary>
    string Follow(string html, SentLinks links) => Target().Replace(html, match =>
    {
        var url = WebUtility.HtmlDecode(match.Groups["url"].Value).Trim();
        var followed = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.Host is not ("link.invalid" or "unsubscribe.invalid") && !pages!.IsOurs(url);
        return followed ? $"{match.Groups["before"].Value}{Html.Escape(links.To(url))}{match.Groups["after"].Value}" : match.Value;
    });

    [GeneratedRegex("""(?<before><a\s(?:[^>]*?\s)?href\s*=\s*(?<quote>["']))(?<url>[^"']*)(?<after>\k<quote>)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Target();
}
