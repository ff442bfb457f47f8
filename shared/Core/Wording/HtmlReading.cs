using System.Net;
using System.Text;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Reads HTML leniently, one tag after the other; no attribute may hold a &gt;.</summary>
static class HtmlReading
{
    public static string ToText(string html)
    {
        var flow = new TextFlow();
        var (at, close) = (0, -1);
        while (at < html.Length && html.IndexOf('<', at) is >= 0 and var open)
        {
            // Looked for again only once passed: a text of nothing but < is read in one go too.
            if (close < open && (close = html.IndexOf('>', open)) < 0)
                break;
            flow.Write(html[at..open]);
            if (html.AsSpan(open).StartsWith("<!--"))
                at = After(html, "-->", open);
            else if (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!')
                at = Read(html, html[(open + 1)..close], close + 1, flow);
            else
            {
                flow.Write("<");
                at = open + 1;
            }
        }
        flow.Write(html[at..]);
        return flow.ToString();
    }

    /// <summary>Takes in one tag and answers where to read on.</summary>
    static int Read(string html, string tag, int next, TextFlow flow)
    {
        var closing = tag[0] == '/';
        var name = new string(tag.AsSpan(closing ? 1 : 0).ToString().TakeWhile(char.IsAsciiLetterOrDigit).ToArray()).ToLowerInvariant();
        switch (name)
        {
            case "script" or "style" or "head" or "title" when !closing:
                return After(html, ">", After(html, "</" + name, next));
            case "br":
                flow.Break();
                break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "table" or "blockquote" or "hr":
                flow.Begin(lines: 2);
                break;
            case "div" or "tr" or "li" or "section" or "header" or "footer":
                flow.Begin(lines: 1);
                if (name == "li" && !closing)
                    flow.Write("- ");
                break;
            case "td" or "th":
                flow.Write(" ");
                break;
            case "a" when closing:
                flow.EndLink();
                break;
            case "a":
                flow.BeginLink(Address(tag));
                break;
        }
        return next;
    }

    static string? Address(string tag)
    {
        var at = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 6 > tag.Length)
            return null;
        var quote = tag[at + 5];
        var end = quote is '"' or '\'' ? tag.IndexOf(quote, at + 6) : -1;
        return end < 0 ? null : WebUtility.HtmlDecode(tag[(at + 6)..end]).Trim();
    }

    static int After(string html, string mark, int from)
    {
        var found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }

    /// <summary>Text as a browser lays it out: blanks run together, breaks asked for twice come once.</summary>
    sealed class TextFlow
    {
        readonly StringBuilder text = new();
        int breaks;
        bool blank;
        string? link;
        int linkStart;

        public void Write(string source)
        {
            foreach (var letter in WebUtility.HtmlDecode(source))
                if (char.IsWhiteSpace(letter))
                    blank = true;
                else
                    Append(letter);
        }

        public void Break() => breaks = Math.Min(breaks + 1, 2);

        public void Begin(int lines) => breaks = Math.Max(breaks, lines);

        public void BeginLink(string? address) => (link, linkStart) = (address, text.Length);

        public void EndLink()
        {
            if (link is not null && link.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && text.ToString(linkStart, text.Length - linkStart).Trim() is var label && label != link)
                Write(label.Length > 0 ? $" ({WebUtility.HtmlEncode(link)})" : WebUtility.HtmlEncode(link));
            link = null;
        }

        void Append(char letter)
        {
            if (text.Length > 0)
                text.Append(breaks > 0 ? new string('\n', breaks) : blank ? " " : "");
            (breaks, blank) = (0, false);
            text.Append(letter);
        }

        public override string ToString() => text.ToString();
    }
}
