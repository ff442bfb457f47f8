using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

public sealed class BigBodiesTests
{
    [Theory]
    [InlineData(15_900)]
    [InlineData(16_100)]
    [InlineData(100_000)]
    [InlineData(470_000)]
    public async Task A_body_comes_back_whatever_its_length(int length)
    {
        var store = await Tables.Empty(time: null);
        var message = Things.Message(new string('x', length));
        await store.Keep(Things.Set().Put(Kinds.Message, "msg_1", message));
        Assert.Equal(message, (await store.Find(Kinds.Message, Things.Here, "msg_1"))!.Body);
        Assert.Equal(message, Assert.Single((await store.List(Kinds.Message, Things.Here, new Listing(Index: "contact", Value: "con_1"))).Items).Body);
        Assert.Equal(message, Assert.Single((await store.List(Kinds.Message, Things.Here, new Listing())).Items).Body);
    }

    [Fact]
    public async Task No_character_is_cut_in_two_or_lost_on_the_way()
    {
        var store = await Tables.Empty(time: null);
        foreach (var lead in new[] { "", "a" })
        {
            var message = Things.Message(lead + string.Concat(Enumerable.Repeat("\ud83d\ude00\u2028\"{}'\\\r\n--changeset_", 4000)));
            await store.Keep(Things.Set().Put(Kinds.Message, "msg_1", message));
            Assert.Equal(message, (await store.Find(Kinds.Message, Things.Here, "msg_1"))!.Body);
        }
    }

    [Fact]
    public async Task A_shorter_body_leaves_nothing_of_a_longer_one()
    {
        var store = await Tables.Empty(time: null);
        await store.Keep(Things.Set().Put(Kinds.Message, "msg_1", Things.Message(new string('x', 100_000))));
        await store.Keep(Things.Set().Put(Kinds.Message, "msg_1", Things.Message("short")));
        Assert.Equal("short", (await store.Find(Kinds.Message, Things.Here, "msg_1"))!.Body.Text);
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_refused_by_name_and_nothing_of_its_set_is_kept()
    {
        var store = await Tables.Empty(time: null);
        var set = Things.Set(Things.Put("con_1")).Put(Kinds.Message, "msg_1", Things.Message(new string('x', BodyText.Longest)));
        var e = await Assert.ThrowsAsync<RecordTooLargeException>(() => store.Commit(set));
        Assert.StartsWith("storage.tooLarge", e.Message, StringComparison.Ordinal);
        Assert.Null(await store.Find(Kinds.Contact, Things.Here, "con_1"));
    }

    [Fact]
    public async Task Large_ones_of_one_set_are_cut_over_several_transactions()
    {
        var store = await Tables.Empty(time: null);
        var set = Things.Set();
        foreach (var i in Enumerable.Range(1, 6)) set.Put(Kinds.Message, $"msg_{i}", Things.Message(new string('x', 300_000)));
        await store.Keep(set);
        Assert.Equal(6, (await store.List(Kinds.Message, Things.Here, new Listing())).Items.Count);
        Assert.InRange(store.Traffic.Transactions, 2, 6);
    }
}
