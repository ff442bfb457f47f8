using System.Net;
using System.Text;
using AesthetixWorkflows.Api.Catalogue;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;

namespace AesthetixWorkflows.Api.Docs;

/// <summary>What every code means, for people.</summary>
static class DocsRoutes
{
    public static void Map(IEndpointRouteBuilder root) =>
        root.MapGet("/docs/codes", (ICatalogueParts parts) => TypedResults.Text(Page(parts), "text/html; charset=utf-8")).Open().WithTags("Docs").Produces<string>(200, "text/html");

    static string Page(ICatalogueParts parts)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Codes</title><h1>Codes</h1>");
        html.Append("<h2>Problems</h2><table><tr><th>Code<th>Status<th>Meaning");
        foreach (var code in Codes.All) Row(html, code.Name, $"<td>{code.Status}", code.Meaning);
        html.Append("</table><h2>Findings about a definition</h2><table><tr><th>Code<th>Meaning");
        foreach (var finding in parts.FindingCodes) Row(html, finding.Code, "", finding.Meaning);
        return html.Append("</table></html>\n").ToString();
    }

    static void Row(StringBuilder html, string code, string cell, string meaning)
    {
        var name = WebUtility.HtmlEncode(code);
        html.Append("<tr id=\"").Append(name).Append("\"><td><code>").Append(name).Append("</code>").Append(cell).Append("<td>").Append(WebUtility.HtmlEncode(meaning)).Append('\n');
    }
}
