using AesthetixWorkflows.Runtime.Delivering;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Delivering;

public sealed class UnsubscribeTokenTests
{
    static readonly byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)], other = [1, 2, 3];
    static readonly UnsubscribeToken ada = new("prac_01HOME", "con_01ADA", "msg_01MAIL");

    [Fact]
    public void A_token_says_who_unsubscribes_from_what() => Assert.Equal(ada, UnsubscribeToken.Read(ada.Write(key), key));

    [Fact]
    public void It_fits_into_an_address_as_it_is() => Assert.All(ada.Write(key), c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    [Fact]
    public void Nobody_makes_one_without_the_key()
    {
        Assert.Null(UnsubscribeToken.Read(ada.Write(other), key));
        var (theirs, proof) = ((ada with { ContactId = "con_01EVE" }).Write(other).Split('.')[0], ada.Write(key).Split('.')[1]);
        Assert.Null(UnsubscribeToken.Read($"{theirs}.{proof}", key));
    }

    [Fact]
    public void Anything_else_is_no_token()
    {
        foreach (var text in new[] { "", ".", "a.b.c", "!!.??", "abc", ada.Write(key)[..^2], ada.Write(key) + "A" }) Assert.Null(UnsubscribeToken.Read(text, key));
        Prop.ForAll<string>(text => UnsubscribeToken.Read(text ?? "", key) is null).QuickCheckThrowOnFailure();
    }
}
