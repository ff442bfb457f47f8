using AesthetixWorkflows.Runtime.Hooks.Inbound;

namespace AesthetixWorkflows.Runtime.Tests.Hooks.Inbound;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("Yes\n\nOn Mon, Aug 3, 2026 at 9:00 AM Lumina <hello@lumina.example> wrote:\n\n> Hello\n> Ada")]
    [InlineData("Yes\r\n\r\nOn Mon, Aug 3, 2026 at 9:00 AM Lumina Aesthetics of New York\r\n<hello@lumina.example> wrote:\r\n> Hello")]
    [InlineData("Yes\n\nLe lun. 3 août 2026 à 09:00, Lumina <hello@lumina.example> a écrit :\n> Bonjour")]
    [InlineData("Yes\n\nAm 03.08.2026 um 09:00 schrieb Lumina <hello@lumina.example>:\n> Hallo")]
    [InlineData("Yes\n\n-----Original Message-----\nFrom: Lumina\nHello")]
    [InlineData("Yes\n\n________________________________\nFrom: Lumina <hello@lumina.example>\nSent: Monday\nHello")]
    [InlineData("Yes\n\nFrom: Lumina <hello@lumina.example>\nSent: Monday, August 3\nTo: Ada\nSubject: Your visit\n\nHello")]
    [InlineData("Yes\n\nDe : Lumina <hello@lumina.example>\nEnvoyé : lundi 3 août\nBonjour")]
    [InlineData("Yes\n> Hello\n> Ada\n")]
    [InlineData("Yes")]
    public void Only_what_was_written_is_left(string text) => Assert.Equal("Yes", QuotedText.Without(text));

    [Theory]
    [InlineData("From: now on I come on Mondays only")]
    [InlineData("On Monday I wrote: see you then. Is it still on?")]
    [InlineData("> Does Tuesday suit you?\nYes")]
    [InlineData("> Does Tuesday suit you?")]
    [InlineData("On balance: yes\n\nAda")]
    [InlineData("")]
    public void What_may_be_the_answer_itself_stays(string text) => Assert.Equal(text, QuotedText.Without(text));

    [Fact]
    public void Hostile_lengths_are_read_to_the_end()
    {
        foreach (var text in new[] { "On " + new string('a', 5_000_000), new string('-', 100_000), string.Concat(Enumerable.Repeat("> \n", 3_000_000)) + "x", string.Concat(Enumerable.Repeat("From: a\n", 1_000_000)) })
            Assert.NotNull(QuotedText.Without(text));
    }
}
