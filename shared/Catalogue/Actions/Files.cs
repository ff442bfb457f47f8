using System.Net;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Files that go with a message: as links, which every provider delivers and no mailbox refuses for their size.</summary>
static class Files
{
    public static IReadOnlyList<(string Name, string Url)> Of(Config config) =>
    [
        .. (config.Object("attachments") ?? []).Select(file => (file.Key, Url: file.Value?.ToString().Trim() ?? ""))
            .Where(file => Uri.TryCreate(file.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
    ];

    public static string Under(string text, IReadOnlyList<(string Name, string Url)> files) =>
        files.Count == 0 ? text : $"{text.TrimEnd()}\n\n{string.Join('\n', files.Select(file => $"{file.Name}: {file.Url}"))}";

    public static string UnderHtml(string html, IReadOnlyList<(string Name, string Url)> files)
    {
        if (files.Count == 0) return html;
        var links = $"<p>{string.Join("<br>", files.Select(file => $"<a href=\"{WebUtility.HtmlEncode(file.Url)}\">{WebUtility.HtmlEncode(file.Name)}</a>"))}</p>";
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + links : html.Insert(end, links);
    }
}
