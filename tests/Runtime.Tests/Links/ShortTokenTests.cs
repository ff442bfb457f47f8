using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Links;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Links;

public sealed class ShortTokenTests
{
    const string Home = "prac_01J00000000000000000000000", Other = "prac_02J00000000000000000000000";
    static readonly LinkKeys keys = LinkKeys.Parse("the-key-of-this-year-0123456789")!, others = LinkKeys.Parse("the-key-of-a-stranger-0123456789")!;
    static readonly string mail = Ids.From("msg", DateTimeOffset.UnixEpoch.AddYears(56), "mail");

    static ValueTask<ShortClaim?> Read(string token, ShortKind kind = ShortKind.Link, LinkKeys? by = null, params string[] practices) =>
        ShortToken.Read(by ?? keys, kind, "msg", token, _ => ValueTask.FromResult<IReadOnlyList<string>>(practices.Length == 0 ? [Other, Home] : practices));

    static string Token(int place = 3, LinkKeys? by = null) => ShortToken.Write(by ?? keys, ShortKind.Link, Home, mail, place)!;

    [Fact]
    public async Task A_token_says_which_link_of_which_message_of_whom() => Assert.Equal(new ShortClaim(Home, mail, 3), await Read(Token()));

    [Fact]
    public void It_is_short_enough_for_a_text_and_fits_into_an_address_as_it_is()
    {
        Assert.Equal(40, Token().Length);
        Assert.All(Token(), c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    [Fact]
    public async Task Nobody_makes_one_without_the_key_nor_turns_one_into_another()
    {
        Assert.Null(await Read(Token(by: others)));
        Assert.Null(await Read(Token(), ShortKind.Booking));
        Assert.Null(await Read(Token(), practices: [Other]));
        for (var at = 0; at < 40; at++)
        {
            var turned = Token().ToCharArray();
            turned[at] = turned[at] == 'A' ? 'B' : 'A';
            Assert.Null(await Read(new string(turned)));
        }
    }

    [Fact]
    public async Task Anything_else_is_no_token()
    {
        foreach (var text in new[] { "", "nobody", Token()[..^1], Token() + "A", new string('!', 40), new string('A', 40) }) Assert.Null(await Read(text));
        Prop.ForAll<string>(text => Read(text ?? "").AsTask().Result is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_token_of_the_old_key_is_accepted_beside_the_new_one()
    {
        var both = LinkKeys.Parse("a-new-key-0123456789-0123456789 the-key-of-this-year-0123456789")!;
        Assert.Equal(mail, (await Read(Token(), by: both))!.Id);
        Assert.Equal(mail, (await Read(Token(by: both), by: both))!.Id);
    }

    [Fact]
    public void What_is_none_of_our_ids_or_beyond_counting_gets_no_token()
    {
        Assert.Null(ShortToken.Write(keys, ShortKind.Link, Home, "msg_1", 0));
        Assert.Null(ShortToken.Write(keys, ShortKind.Link, Home, mail, 256));
    }

    [Fact]
    public void An_id_survives_being_bytes() => Prop.ForAll<int, string>((minutes, seed) =>
    {
        var id = Ids.From("msg", DateTimeOffset.UnixEpoch.AddMinutes(Math.Abs((long)minutes)), seed ?? "");
        Span<byte> bytes = stackalloc byte[16];
        return Ids.TryBytes(id, bytes) && Ids.OfBytes("msg", bytes) == id;
    }).QuickCheckThrowOnFailure();
}
