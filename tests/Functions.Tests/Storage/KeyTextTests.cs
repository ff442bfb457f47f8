using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

public sealed class KeyTextTests
{
    static readonly string[] Texts =
    [
        "", "a", "A", "0", "con_1", "con_10", "con_2", "a/b", "a.b", "a-b", "a b", "a!b", "a~b", "a{b", "a#b", "a?b", "a\\b", "a%b", "a'b", "a\tb", "a\u0085b",
        "éa", "ea", "東京", "a@b.example", "*", "prac.key_1", "wf_1.3", "\ud83d\ude00", "\ud83d", "a:b", "a_b", "a`b", "a[b", "a^b", "a]b", "a|b", "a\u007fb", "\uffff",
        "enr_01HXZ3V9Q0000000000000000A/s1/1", "evt_1/FactsChanged/",
    ];

    [Fact]
    public void A_key_holds_nothing_that_keys_may_not_hold()
    {
        foreach (var key in Texts.SelectMany(t => new[] { KeyText.Ascending(t), KeyText.Descending(t) }))
            Assert.DoesNotContain(key, c => c is '/' or '\\' or '#' or '?' or '%' or '\'' or '!' or <= ' ' or >= '\u007f');
    }

    [Fact]
    public void Keys_sort_as_their_texts_do()
    {
        var sorted = Texts.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sorted, Texts.OrderBy(t => KeyText.Ascending(t) + "!", StringComparer.Ordinal));
        sorted.Reverse();
        Assert.Equal(sorted, Texts.OrderBy(KeyText.Descending, StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_made_of_anything_sort_the_same()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 2000).Select(_ => new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => (char)random.Next(0x130))])).Distinct().ToList();
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts.OrderBy(t => KeyText.Ascending(t) + "!", StringComparer.Ordinal));
        Assert.Equal(texts.OrderDescending(StringComparer.Ordinal), texts.OrderBy(KeyText.Descending, StringComparer.Ordinal));
        Assert.Equal(texts.Count, texts.Select(KeyText.Ascending).Distinct().Count());
    }

    [Fact]
    public void A_long_text_is_kept_as_its_hash_and_told_apart()
    {
        var (one, other) = (new string('a', 5000), new string('a', 4999) + "b");
        Assert.InRange(KeyText.Ascending(one).Length, 1, KeyText.Longest);
        Assert.NotEqual(KeyText.Ascending(one), KeyText.Ascending(other));
        Assert.NotEqual(KeyText.Ascending(one), KeyText.Ascending("{H" + KeyText.Hash(one)));
    }

    [Fact]
    public void The_longest_keys_fit()
    {
        var part = new string('\u4e00', 5000);
        var longest = new string('a', KeyText.Longest);
        foreach (var text in new[] { part, longest })
        {
            Assert.InRange(RowKeys.Lookup(text, text, text, false, text).Length, 1, 512);
            Assert.InRange(RowKeys.Alone(Things.Enrollment(text, text, text) with { ScopeKey = text }).Length, 1, 512);
            Assert.InRange(RowKeys.DripPlace(text, text, text).Length, 1, 512);
            Assert.InRange(RowKeys.Practice(text).Length, 1, 512);
        }
    }
}
