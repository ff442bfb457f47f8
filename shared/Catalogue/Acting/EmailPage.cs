using System.Net;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>An email's HTML page.</summary>
static partial class EmailPage
{
    /// <summary>A page of a text that was typed as plain text.</summary>
    public static string FromText(string text) => $"<!doctype html><html><body>{Html.FromText(text)}</body></html>";

    /// <summary>The preheader is what a mailbox shows beside the subject; in the message itself it is hidden.</summary>
    public static string WithPreheader(string html, string? preheader)
    {
        if (preheader is null) return html;
        var hidden = $"""<div style="display:none;max-height:0;overflow:hidden">{WebUtility.HtmlEncode(preheader)}</div>""";
        var body = BodyTag().Match(html);
        return body.Success ? html.Insert(body.Index + body.Length, hidden) : hidden + html;
    }

    [GeneratedRegex("<body[^>]*>", RegexOptions.IgnoreCase, Patterns.Patience)]
    private static partial Regex BodyTag();
}
