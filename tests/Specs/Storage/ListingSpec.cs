using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class ListingSpec : StoreSpec
{
    [Fact]
    public async Task Newest_first_unless_asked_otherwise()
    {
        await Messages(1, 3);
        Assert.Equal(["msg_3", "msg_2", "msg_1"], await Ids(new Listing()));
        Assert.Equal(["msg_1", "msg_2", "msg_3"], await Ids(new Listing(Descending: false)));
    }

    [Fact]
    public async Task Only_those_of_a_lookup()
    {
        await Messages(1, 2, "con_1");
        await Messages(3, 4, "con_2");
        Assert.Equal(["msg_2", "msg_1"], await Ids(new Listing(Index: "contact", Value: "con_1")));
        Assert.Empty(await Ids(new Listing(Index: "contact", Value: "con_9")));
        Assert.Empty(await Ids(new Listing(Index: "nothing", Value: "con_1")));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, "contact")]
    [InlineData(false, "contact")]
    public async Task Pages_are_stable_while_rows_are_added(bool descending, string? index)
    {
        await Messages(3, 7);
        var listing = new Listing(2, null, index, index is null ? null : "con_1", descending);
        var first = await Store.List(Kinds.Message, Here, listing);
        await Messages(1, 1);
        await Messages(9, 9);
        var second = await Store.List(Kinds.Message, Here, listing with { Cursor = first.Next });
        string[] expected = descending ? ["msg_7", "msg_6", "msg_5", "msg_4"] : ["msg_3", "msg_4", "msg_5", "msg_6"];
        Assert.Equal(expected, first.Items.Concat(second.Items).Select(i => i.Id));
        Assert.NotNull(second.Next);
    }

    [Fact]
    public async Task The_last_page_says_so()
    {
        await Messages(1, 4);
        var first = await Store.List(Kinds.Message, Here, new Listing(2));
        var last = await Store.List(Kinds.Message, Here, new Listing(2, first.Next));
        Assert.NotNull(first.Next);
        Assert.Null(last.Next);
        Assert.Equal(2, last.Items.Count);
    }

    [Fact]
    public async Task Reads_go_on_while_others_write()
    {
        await Messages(1, 1);
        var writing = Task.WhenAll(Enumerable.Range(2, 200).Select(i => Keep(Set().Put(Kinds.Message, $"msg_{i}", Sample.Message("con_1")))));
        var seen = 0;
        while (!writing.IsCompleted)
        {
            var count = (await Store.List(Kinds.Message, Here, new Listing(1000))).Items.Count;
            Assert.True(count >= seen);
            seen = count;
        }
        await writing;
        Assert.Equal(201, (await Store.List(Kinds.Message, Here, new Listing(1000))).Items.Count);
    }

    async Task Messages(int from, int to, string contact = "con_1")
    {
        for (var i = from; i <= to; i++) await Keep(Set().Put(Kinds.Message, $"msg_{i}", Sample.Message(contact)));
    }

    async Task<IEnumerable<string>> Ids(Listing listing) => (await Store.List(Kinds.Message, Here, listing)).Items.Select(i => i.Id);
}
