using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>What the law wants at the foot of an advertising email, where the email itself does not say it: who sends it, where
/// post reaches them, and the way out.</summary>
static class MailFooter
{
    const string Style = "margin-top:32px;padding-top:12px;border-top:1px solid #ddd;font-size:12px;line-height:1.5;color:#666";

    public static Message Under(Message message, Practice practice)
    {
        var address = practice.PostalAddress ?? practice.Address;
        var text = message.Text is null ? null : UnderText(message.Text, practice.Name, address);
        return message with { Text = text, Html = message.Html is null ? null : UnderHtml(message.Html, practice.Name, address) };
    }

    static string UnderText(string text, string name, string? address)
    {
        var (leads, says) = (text.Contains(LinkMarks.Unsubscribe, StringComparison.Ordinal), address is null || text.Contains(address, StringComparison.OrdinalIgnoreCase));
        if (leads && says) return text;
        return $"{text.TrimEnd()}\n\n--\n{name}{(says ? "" : $", {address!.ReplaceLineEndings(", ")}")}{(leads ? "" : $"\nUnsubscribe: {LinkMarks.Unsubscribe}")}";
    }

    static string UnderHtml(string html, string name, string? address)
    {
        var (leads, says) = (html.Contains(LinkMarks.Unsubscribe, StringComparison.Ordinal), address is null || html.Contains(Html.Escape(address), StringComparison.OrdinalIgnoreCase));
        if (leads && says) return html;
        var line = Html.Escape(name) + (says ? "" : $" · {Html.Escape(address!.ReplaceLineEndings(", "))}");
        var foot = $"""<div style="{Style}">{line}{(leads ? "" : $"""<br><a href="{LinkMarks.Unsubscribe}" style="color:#666">Unsubscribe</a>""")}</div>""";
        var end = html.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + foot : html.Insert(end, foot);
    }
}
