using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

/// <summary>Inputs on their way to an enrollment.</summary>
public abstract class InboxSpec : StoreSpec
{
    [Fact]
    public async Task Inputs_wait_in_order_until_they_are_taken()
    {
        await Keep(Set(new Change.Send("enr_1", "evt_2", Sample.Reply("evt_2"))));
        await Keep(Set(new Change.Send("enr_1", "evt_1", Sample.Reply("evt_1"))));
        await Keep(Set(new Change.Send("enr_1", "evt_2", Sample.Reply("evt_2"))));
        Assert.Equal(["evt_2", "evt_1"], (await Store.Inbox(Here, "enr_1")).Select(i => i.InputId));
        Assert.Equal(Sample.Reply("evt_2"), (await Store.Inbox(Here, "enr_1"))[0].Input);
        Assert.Empty(await Store.Inbox(There, "enr_1"));
        await Keep(Set(new Change.Taken("enr_1", "evt_2")));
        Assert.Equal(["evt_1"], (await Store.Inbox(Here, "enr_1")).Select(i => i.InputId));
    }

    [Fact]
    public async Task Inputs_of_one_set_keep_their_order()
    {
        await Keep(Set(
            new Change.Send("enr_1", "evt_9", Sample.Reply("evt_9")), new Change.Send("enr_10", "evt_5", Sample.Reply("evt_5")), new Change.Send("enr_1", "evt_3", Sample.Reply("evt_3"))));
        Assert.Equal(["evt_9", "evt_3"], (await Store.Inbox(Here, "enr_1")).Select(i => i.InputId));
        Assert.Equal(["evt_5"], (await Store.Inbox(Here, "enr_10")).Select(i => i.InputId));
    }

    [Fact]
    public async Task What_is_not_there_may_be_taken_all_the_same()
    {
        await Keep(Set(new Change.Send("enr_1", "evt_1", Sample.Reply("evt_1"))));
        await Keep(Set(new Change.Taken("enr_1", "evt_none"), new Change.Taken("enr_1", "evt_1")));
        await Keep(Set(new Change.Taken("enr_1", "evt_1")));
        Assert.Empty(await Store.Inbox(Here, "enr_1"));
    }

    [Fact]
    public async Task An_input_that_was_taken_may_come_again()
    {
        await Keep(Set(new Change.Send("enr_1", "evt_1", Sample.Reply("evt_1"))));
        await Keep(Set(new Change.Taken("enr_1", "evt_1"), new Change.Send("enr_1", "evt_1", Sample.Reply("evt_1"))));
        Assert.Equal(["evt_1"], (await Store.Inbox(Here, "enr_1")).Select(i => i.InputId));
        await Keep(Set(new Change.Send("enr_1", "evt_1", Sample.Reply("evt_1")), new Change.Taken("enr_1", "evt_1")));
        Assert.Empty(await Store.Inbox(Here, "enr_1"));
    }
}
