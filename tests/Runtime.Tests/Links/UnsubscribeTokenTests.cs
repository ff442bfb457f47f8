using AesthetixWorkflows.Runtime.Links;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Links;

public sealed class UnsubscribeTokenTests
{
    static readonly LinkKeys keys = LinkKeys.Parse("the-key-of-this-year-0123456789")!, others = LinkKeys.Parse("the-key-of-a-stranger-0123456789")!;
    static readonly UnsubscribeToken ada = new("prac_01HOME", "con_01ADA", "msg_01MAIL");

    [Fact]
    public void A_token_says_who_unsubscribes_from_what() => Assert.Equal(ada, UnsubscribeToken.Read(ada.Write(keys), keys));

    [Fact]
    public void It_fits_into_an_address_as_it_is() => Assert.All(ada.Write(keys), c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    [Fact]
    public void Nobody_makes_one_without_the_key()
    {
        Assert.Null(UnsubscribeToken.Read(ada.Write(others), keys));
        var (theirs, proof) = ((ada with { ContactId = "con_01EVE" }).Write(others).Split('.')[0], ada.Write(keys).Split('.')[1]);
        Assert.Null(UnsubscribeToken.Read($"{theirs}.{proof}", keys));
    }

    [Fact]
    public void A_token_for_one_thing_is_none_for_another()
    {
        Assert.Null(ResumeToken.Read(ada.Write(keys), keys));
        Assert.Null(UnsubscribeToken.Read(new ResumeToken("prac_1", "enr_1/s1/1").Write(keys), keys));
    }

    [Fact]
    public void Anything_else_is_no_token()
    {
        foreach (var text in new[] { "", ".", "a.b.c", "!!.??", "abc", ada.Write(keys)[..^2], ada.Write(keys) + "A" }) Assert.Null(UnsubscribeToken.Read(text, keys));
        Prop.ForAll<string>(text => UnsubscribeToken.Read(text ?? "", keys) is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Mail_that_was_sent_before_the_key_was_changed_keeps_working()
    {
        var after = LinkKeys.Parse("a-new-key-0123456789-0123456789\nthe-key-of-this-year-0123456789")!;
        Assert.Equal(ada, UnsubscribeToken.Read(ada.Write(keys), after));
        Assert.NotEqual(ada.Write(keys), ada.Write(after));
        Assert.Equal(ada, UnsubscribeToken.Read(ada.Write(after), after));
        Assert.Null(UnsubscribeToken.Read(ada.Write(after), keys));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("short")]
    [InlineData("the-key-of-this-year-0123456789 short")]
    public void A_key_that_can_be_guessed_is_none(string text) => Assert.Null(LinkKeys.Parse(text));
}
