using System.Net;
using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>Simple HTML of a text that was typed as plain text.</summary>
static partial class Html
{
    public static string FromText(string text)
    {
        var paragraphs = BlankLine().Split(text.Trim()).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        return $"<!doctype html><html><body>{string.Concat(paragraphs)}</body></html>";
    }

    /// <summary>The preheader is what a mailbox shows beside the subject; in the message itself it is hidden.</summary>
    public static string WithPreheader(string html, string? preheader)
    {
        if (preheader is null) return html;
        var hidden = $"""<div style="display:none;max-height:0;overflow:hidden">{WebUtility.HtmlEncode(preheader)}</div>""";
        var body = BodyTag().Match(html);
        return body.Success ? html.Insert(body.Index + body.Length, hidden) : hidden + html;
    }

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex("<body[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BodyTag();
}
