using System.Text;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Plain text as simple safe HTML for emails, and back.</summary>
public static class Html
{
    /// <summary>Safe between tags and inside quoted attributes.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
            return text;
        return text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");
    }

    /// <summary>The text part of an email: paragraphs and line breaks kept, list items with a dash, links as "label (address)".
    /// What is not HTML is text. Never throws.</summary>
    public static string ToText(string html) => HtmlReading.ToText(html);

    /// <summary>Paragraphs at blank lines, line breaks, and links where a web address stands. Everything else is escaped.</summary>
    public static string FromText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
        var html = new StringBuilder();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                html.Append(open ? "</p>\n" : "");
                open = false;
                continue;
            }
            html.Append(open ? "<br>\n" : "<p>");
            open = true;
            AppendLine(html, line);
        }
        return html.Append(open ? "</p>" : "").ToString().TrimEnd();
    }

    static void AppendLine(StringBuilder html, string line)
    {
        var at = 0;
        while (NextLink(line, at) is var (start, end))
        {
            var link = Escape(line[start..end]);
            html.Append(Escape(line[at..start])).Append("<a href=\"").Append(link).Append("\">").Append(link).Append("</a>");
            at = end;
        }
        html.Append(Escape(line[at..]));
    }

    static (int Start, int End)? NextLink(string line, int from)
    {
        for (var start = line.IndexOf("http", from, StringComparison.OrdinalIgnoreCase); start >= 0;
            start = line.IndexOf("http", start + 4, StringComparison.OrdinalIgnoreCase))
        {
            var rest = line.AsSpan(start);
            var scheme = rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
                : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
            if (scheme == 0 || start > 0 && char.IsLetterOrDigit(line[start - 1]))
                continue;
            var length = rest.IndexOfAny(" \t<>\"");
            var link = (length < 0 ? rest : rest[..length]).TrimEnd(".,;:!?'");
            // "(see https://…)" closes its own bracket; a bracket opened inside the address belongs to it.
            if (link.EndsWith(")") && !link.Contains('('))
                link = link[..^1];
            if (link.Length > scheme)
                return (start, start + link.Length);
        }
        return null;
    }
}
