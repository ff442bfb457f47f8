using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class EventsSpec : StoreSpec
{
    [Fact]
    public async Task A_repeat_changes_nothing_and_is_reported()
    {
        await Keep(Set(new Change.Accept(Sample.Event("evt_1", "a"))));
        var again = await Store.Commit(Set(new Change.Accept(Sample.Event("evt_2", "a")), new Change.Accept(Sample.Event("evt_3", "b"))));
        Assert.True(again.Ok);
        Assert.Equal("evt_1", Assert.Single(again.Duplicates, d => d.Key == "evt_2").Value);
        Assert.NotNull(await Store.FindEvent(Here, "evt_1"));
        Assert.Null(await Store.FindEvent(Here, "evt_2"));
        Assert.NotNull(await Store.FindEvent(Here, "evt_3"));
    }

    [Fact]
    public async Task A_repeat_within_one_set_is_one_too()
    {
        var committed = await Store.Commit(Set(new Change.Accept(Sample.Event("evt_1", "a")), new Change.Accept(Sample.Event("evt_2", "a"))));
        Assert.Equal("evt_1", Assert.Single(committed.Duplicates, d => d.Key == "evt_2").Value);
    }

    [Fact]
    public async Task Another_practice_may_have_the_same_source_id()
    {
        await Keep(Set(new Change.Accept(Sample.Event("evt_1", "a"))));
        var there = await Store.Commit(new ChangeSet(There).Add(new Change.Accept(Sample.Event("evt_2", "a", practice: There))));
        Assert.Empty(there.Duplicates);
        Assert.Null(await Store.FindEvent(There, "evt_1"));
        Assert.Single((await Store.ListEvents(There, null, null, null, 10, null)).Items);
    }

    [Fact]
    public async Task Routing_leaves_its_result_and_whom_it_concerned()
    {
        var e = Sample.Event("evt_1");
        await Keep(Set(new Change.Accept(e)));
        Assert.Null((await Store.FindEvent(Here, "evt_1"))!.Result);
        await Keep(Set(new Change.Routed(e, "con_1", "enrolled:2")));
        var found = await Store.FindEvent(Here, "evt_1");
        Assert.Equal(("enrolled:2", "con_1"), (found!.Result, found.Event.ContactId));
        Assert.Equal("f1", found.Event.Data.GetProperty("form").GetProperty("id").GetString());
    }

    [Fact]
    public async Task By_type_contact_and_result_newest_first_page_by_page()
    {
        await Routed("evt_1", "con_1", "form.submitted", "enrolled:1");
        await Routed("evt_2", "con_1", "payment.received", "ignored");
        await Routed("evt_3", null, "form.submitted", "unmatched:contact.unknown");
        await Routed("evt_4", "con_2", "form.submitted", "ignored");
        Assert.Equal(["evt_4", "evt_3", "evt_1"], await Ids("form.submitted"));
        Assert.Equal(["evt_2", "evt_1"], await Ids(contact: "con_1"));
        Assert.Equal(["evt_4", "evt_2"], await Ids(result: "ignored"));
        Assert.Equal(["evt_3"], await Ids(result: "unmatched"));
        var first = await Store.ListEvents(Here, null, null, null, 2, null);
        await Routed("evt_9", null, "form.submitted", "ignored");
        var second = await Store.ListEvents(Here, null, null, null, 2, first.Next);
        Assert.Equal(["evt_4", "evt_3", "evt_2", "evt_1"], first.Items.Concat(second.Items).Select(i => i.Event.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task One_that_was_made_and_routed_in_the_same_breath_is_kept()
    {
        await Keep(Set(new Change.Routed(Sample.Event("evt_1", "a"), "con_1", "ignored")));
        var found = await Store.FindEvent(Here, "evt_1");
        Assert.Equal(("ignored", "con_1"), (found!.Result, found.Event.ContactId));
        Assert.Equal(["evt_1"], await Ids("form.submitted", "con_1", "ignored"));
        var again = await Store.Commit(Set(new Change.Accept(Sample.Event("evt_2", "a"))));
        Assert.Equal("evt_1", again.Duplicates["evt_2"]);
    }

    [Fact]
    public async Task The_same_id_again_is_a_repeat_whatever_its_source_id()
    {
        await Keep(Set(new Change.Accept(Sample.Event("evt_1", "a"))));
        var again = await Store.Commit(Set(new Change.Accept(Sample.Event("evt_1", "a")), new Change.Accept(Sample.Event("evt_2", "b"))));
        Assert.Equal("evt_1", again.Duplicates["evt_1"]);
        Assert.Equal(["evt_2", "evt_1"], await Ids());
    }

    [Fact]
    public async Task Data_is_kept_anew_when_it_was_rewritten_and_otherwise_stays_as_it_came()
    {
        var rewritten = Sample.Event("evt_1") with { Data = System.Text.Json.JsonElement.Parse("""{"form":{"id":"f2"}}""") };
        await Keep(Set(new Change.Accept(Sample.Event("evt_1")), new Change.Accept(Sample.Event("evt_2"))));
        await Keep(Set(new Change.Routed(rewritten, null, "ignored", true), new Change.Routed(rewritten with { Id = "evt_2" }, null, "ignored")));
        Assert.Equal("f2", (await Store.FindEvent(Here, "evt_1"))!.Event.Data.GetProperty("form").GetProperty("id").GetString());
        Assert.Equal("f1", (await Store.FindEvent(Here, "evt_2"))!.Event.Data.GetProperty("form").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Whom_it_concerns_decides_whose_list_it_is_on()
    {
        var e = Sample.Event("evt_1", contact: "con_1");
        await Keep(Set(new Change.Accept(e)));
        Assert.Equal(["evt_1"], await Ids(contact: "con_1"));
        await Keep(Set(new Change.Routed(e, "con_2", "ignored")));
        Assert.Empty(await Ids(contact: "con_1"));
        Assert.Equal(["evt_1"], await Ids(contact: "con_2"));
    }

    async Task Routed(string id, string? contact, string type, string result)
    {
        var e = Sample.Event(id, contact: contact, type: type);
        await Keep(Set(new Change.Accept(e)));
        await Keep(Set(new Change.Routed(e, contact, result)));
    }

    async Task<IEnumerable<string>> Ids(string? type = null, string? contact = null, string? result = null) =>
        (await Store.ListEvents(Here, type, contact, result, 10, null)).Items.Select(i => i.Event.Id);
}
