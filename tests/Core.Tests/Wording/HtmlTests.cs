using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Tests.Wording;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("Hi", "<p>Hi</p>")]
    [InlineData("Hi,\nwelcome\r\n\r\n\r\nBye", "<p>Hi,<br>\nwelcome</p>\n<p>Bye</p>")]
    [InlineData("<script>1 & 2</script>", "<p>&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>")]
    [InlineData("Book: https://x.test/a?b=1&c=2.", "<p>Book: <a href=\"https://x.test/a?b=1&amp;c=2\">https://x.test/a?b=1&amp;c=2</a>.</p>")]
    [InlineData("(see http://x.test) or http://y.test/(a)", "<p>(see <a href=\"http://x.test\">http://x.test</a>) or <a href=\"http://y.test/(a)\">http://y.test/(a)</a></p>")]
    [InlineData("xhttp://no https:// http javascript:alert(1)", "<p>xhttp://no https:// http javascript:alert(1)</p>")]
    [InlineData("https://x.test/\"onclick=\"a", "<p><a href=\"https://x.test/\">https://x.test/</a>&quot;onclick=&quot;a</p>")]
    public void Text_becomes_simple_safe_html(string text, string html) => Assert.Equal(html, Html.FromText(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("<p>Hi &amp; <b>welcome</b>,\n  Ann</p><p>Bye</p>", "Hi & welcome, Ann\n\nBye")]
    [InlineData("a<br>b<br/><br/><br/>c", "a\nb\n\nc")]
    [InlineData("<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter")]
    [InlineData("<head><title>T</title></head><style>p{}</style>x<script>if (1<2) {}</script>y<!-- a > b -->z", "xyz")]
    [InlineData("<a href=\"https://x.test/?a=1&amp;b=2\">Book now</a>.", "Book now (https://x.test/?a=1&b=2).")]
    [InlineData("<a href='https://x.test'>https://x.test</a> <a href=\"https://i.test\"><img></a> <a href=\"mailto:a@b\">mail</a>", "https://x.test https://i.test mail")]
    [InlineData("1 < 2 > 0 and <3", "1 < 2 > 0 and <3")]
    [InlineData("<script>never closed", "")]
    [InlineData("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a b\nc")]
    [InlineData("&lt;b&gt; stays", "<b> stays")]
    public void Html_becomes_text(string html, string text) => Assert.Equal(text, Html.ToText(html));

    [Theory]
    [InlineData("<", ">")]
    [InlineData("<a ", "")]
    [InlineData("</", ">")]
    [InlineData("{{", "")]
    [InlineData("{{", "}}")]
    [InlineData("http", "://x")]
    public void A_text_made_to_be_slow_is_read_in_one_go(string piece, string end)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length)) + end;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Html.ToText(text);
        Html.FromText(text);
        Template.Parse(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Took {watch.Elapsed}.");
    }

    [Fact]
    public void Text_comes_back_from_its_html() =>
        Assert.Equal("Hi,\n1 < 2 & 3\n\nhttps://x.test/?a=1&b=2", Html.ToText(Html.FromText("Hi,\n1 < 2 & 3\n\nhttps://x.test/?a=1&b=2")));
}
