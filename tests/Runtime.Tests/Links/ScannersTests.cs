using AesthetixWorkflows.Runtime.Clicking;

namespace AesthetixWorkflows.Runtime.Tests.Links;

public sealed class ScannersTests
{
    const string Chrome = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36";

    [Theory]
    [InlineData(Chrome)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")]
    [InlineData(null)]
    public void A_browser_is_a_person(string? agent) => Assert.False(Scanners.Is(agent, []));

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("WhatsApp/2.23.20.0 A")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) BarracudaCentral")]
    public void What_gives_its_name_is_none(string agent) => Assert.True(Scanners.Is(agent, []));

    [Theory]
    [InlineData("prefetch;prerender")]
    [InlineData("Preview")]
    public void A_browser_that_only_looks_ahead_is_none(string purpose) => Assert.True(Scanners.Is(Chrome, [null, purpose]));
}
