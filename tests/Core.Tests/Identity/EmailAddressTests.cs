using AesthetixWorkflows.Core.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Identity;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("  Ann.Lee@Example.COM ", "ann.lee@example.com")]
    [InlineData("Ann Lee <ann@example.com>", "ann@example.com")]
    [InlineData("mailto:ann@example.com", "ann@example.com")]
    [InlineData("ann+spa@mail.example.co.uk", "ann+spa@mail.example.co.uk")]
    [InlineData("o'brien@example.ie", "o'brien@example.ie")]
    [InlineData("jürgen@müller.de", "jürgen@müller.de")]
    public void An_address_is_trimmed_and_lowered(string written, string stored) =>
        Assert.Equal(stored, EmailAddress.Normalize(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@example.com")]
    [InlineData("ann@")]
    [InlineData("ann@localhost")]
    [InlineData("ann@example..com")]
    [InlineData("ann@-example.com")]
    [InlineData("ann@10.0.0.1")]
    [InlineData(".ann@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann@bob@example.com")]
    [InlineData("ann@example.com\r\nBcc: eve@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    public void What_is_not_one_address_is_null(string? written) => Assert.Null(EmailAddress.Normalize(written));

    [Fact]
    public void Too_long_an_address_is_null()
    {
        Assert.Null(EmailAddress.Normalize(new string('a', 65) + "@example.com"));
        Assert.Null(EmailAddress.Normalize("a@" + new string('b', 64) + ".com"));
        Assert.Null(EmailAddress.Normalize("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".com"));
    }

    [Fact]
    public void Any_text_is_read_without_throwing_and_the_stored_form_stays_as_it_is() =>
        Prop.ForAll<string>(text => EmailAddress.Normalize(text) is not { } stored || EmailAddress.Normalize(stored) == stored)
            .QuickCheckThrowOnFailure();
}
