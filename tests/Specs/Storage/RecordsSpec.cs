using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class RecordsSpec : StoreSpec
{
    [Fact]
    public async Task What_is_put_is_found()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        var found = await Store.Find(Kinds.Contact, Here, "con_1");
        Assert.Equal(1, found!.Revision);
        Assert.Equal("ada@example.org", found.Body.Email);
        Assert.Null(await Store.Find(Kinds.Contact, Here, "con_2"));
        Assert.Null(await Store.Find(Kinds.Appointment, Here, "con_1"));
    }

    [Fact]
    public async Task Each_write_counts()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 0));
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 1));
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact()));
        Assert.Equal(3, (await Store.Find(Kinds.Contact, Here, "con_1"))!.Revision);
    }

    [Fact]
    public async Task A_write_over_an_unseen_one_is_refused()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 0));
        await Refuse(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 0));
        await Refuse(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 2));
        await Refuse(Set().Put(Kinds.Contact, "con_2", Sample.Contact(), 1));
        await Refuse(Set().Delete(Kinds.Contact, "con_1", 2));
    }

    [Fact]
    public async Task A_deleted_record_is_gone_with_its_lookups()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        await Keep(Set().Delete(Kinds.Contact, "con_1", 1));
        Assert.Null(await Store.Find(Kinds.Contact, Here, "con_1"));
        Assert.Null(await Store.FindBy(Kinds.Contact, Here, "email", "ada@example.org"));
        await Keep(Set().Put(Kinds.Contact, "con_2", Sample.Contact("ada@example.org")));
        await Keep(Set().Delete(Kinds.Contact, "con_none"));
    }

    [Fact]
    public async Task A_conversation_is_found_as_unread_or_archived_for_as_long_as_it_is()
    {
        await Keep(Set().Put(Kinds.Conversation, "con_1", new ConversationState(true, false, default)).Put(Kinds.Conversation, "con_2", new ConversationState(true, false, default)));
        Assert.Equal((2, 0), (await Marked("unread"), await Marked("archived")));
        await Keep(Set().Put(Kinds.Conversation, "con_1", new ConversationState(false, false, default)).Put(Kinds.Conversation, "con_2", new ConversationState(true, true, default)));
        Assert.Equal((0, 1), (await Marked("unread"), await Marked("archived")));
        await Keep(Set().Put(Kinds.Conversation, "con_2", new ConversationState(true, false, default)).Delete(Kinds.Conversation, "con_1"));
        Assert.Equal((1, 0), (await Marked("unread"), await Marked("archived")));

        async Task<int> Marked(string index) => (await Store.List(Kinds.Conversation, Here, new Listing(10, Index: index, Value: "yes"))).Items.Count;
    }

    [Fact]
    public async Task A_unique_lookup_belongs_to_one()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org", "+34600000001")));
        await Refuse(Set().Put(Kinds.Contact, "con_2", Sample.Contact("bea@example.org", "+34600000001")));
        Assert.Null(await Store.FindBy(Kinds.Contact, Here, "email", "bea@example.org"));
        Assert.Equal("con_1", (await Store.FindBy(Kinds.Contact, Here, "phone", "+34600000001"))!.Id);
    }

    [Fact]
    public async Task A_changed_lookup_moves()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("old@example.org", "+34600000001")));
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("new@example.org", "+34600000001")));
        Assert.Null(await Store.FindBy(Kinds.Contact, Here, "email", "old@example.org"));
        Assert.NotNull(await Store.FindBy(Kinds.Contact, Here, "email", "new@example.org"));
        Assert.NotNull(await Store.FindBy(Kinds.Contact, Here, "phone", "+34600000001"));
    }

    [Fact]
    public async Task A_lookup_can_be_handed_over_within_one_set()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact()).Put(Kinds.Contact, "con_2", Sample.Contact("ada@example.org")));
        Assert.Equal("con_2", (await Store.FindBy(Kinds.Contact, Here, "email", "ada@example.org"))!.Id);
    }

    [Fact]
    public async Task Nothing_of_a_refused_set_is_kept()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        await Refuse(Set()
            .Put(Kinds.Note, "note_1", new Note("con_1", "Likes tea", "usr_1", Sample.Noon))
            .Put(Kinds.Contact, "con_3", Sample.Contact("cleo@example.org"))
            .Put(Kinds.Contact, "con_2", Sample.Contact("ada@example.org")));
        Assert.Null(await Store.Find(Kinds.Note, Here, "note_1"));
        Assert.Null(await Store.Find(Kinds.Contact, Here, "con_3"));
        Assert.Null(await Store.FindBy(Kinds.Contact, Here, "email", "cleo@example.org"));
    }

    [Fact]
    public async Task Every_practice_is_known_once()
    {
        Assert.Empty(await Store.Practices());
        await Keep(new ChangeSet(There).Put(Kinds.Practice, There, new Practice { Name = "There", TimeZone = "UTC" }, 0));
        await Keep(Set().Put(Kinds.Practice, Here, new Practice { Name = "Here", TimeZone = "UTC" }, 0).Put(Kinds.Contact, "con_1", Sample.Contact(), 0));
        await Keep(Set().Put(Kinds.Practice, Here, new Practice { Name = "Here again", TimeZone = "UTC" }, 1));
        Assert.Equal([Here, There], await Store.Practices());
    }

    [Fact]
    public async Task Practices_do_not_see_each_other()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        await Keep(new ChangeSet(There).Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org"), 0));
        await Keep(new ChangeSet(There).Delete(Kinds.Contact, "con_1"));
        Assert.NotNull(await Store.Find(Kinds.Contact, Here, "con_1"));
        Assert.Null(await Store.Find(Kinds.Contact, There, "con_1"));
        Assert.Null(await Store.FindBy(Kinds.Contact, There, "email", "ada@example.org"));
        Assert.Empty((await Store.List(Kinds.Contact, There, new Listing())).Items);
    }

    [Theory]
    [InlineData("con_1/a")]
    [InlineData("a\\b#c?d%2Fe'f\"g")]
    [InlineData("Ünïcode 東京 \ud83d\ude00")]
    [InlineData("tab\tand\u0085line")]
    public async Task Ids_and_lookups_may_be_any_text(string text)
    {
        var visit = new Appointment { ContactId = text, StartsAt = Sample.Noon, ExternalId = $"{text}{new string('x', 900)}" };
        await Keep(Set().Put(Kinds.Appointment, text, visit, 0));
        Assert.Equal(text, (await Store.Find(Kinds.Appointment, Here, text))!.Id);
        Assert.Equal(text, (await Store.FindBy(Kinds.Appointment, Here, "external", visit.ExternalId))!.Id);
        Assert.Equal(text, Assert.Single((await Store.List(Kinds.Appointment, Here, new Listing(Index: "contact", Value: text))).Items).Id);
        await Refuse(Set().Put(Kinds.Appointment, "apt_2", visit));
    }

    [Fact]
    public async Task A_record_can_be_deleted_and_made_anew_within_one_set()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact("ada@example.org")));
        await Keep(Set().Delete(Kinds.Contact, "con_1", 1).Put(Kinds.Contact, "con_1", Sample.Contact("bea@example.org")));
        Assert.Null(await Store.FindBy(Kinds.Contact, Here, "email", "ada@example.org"));
        Assert.Equal("con_1", (await Store.FindBy(Kinds.Contact, Here, "email", "bea@example.org"))!.Id);
        await Keep(Set().Put(Kinds.Contact, "con_2", Sample.Contact("cleo@example.org"), 0).Delete(Kinds.Contact, "con_2", 1));
        Assert.Null(await Store.Find(Kinds.Contact, Here, "con_2"));
        await Keep(Set().Put(Kinds.Contact, "con_3", Sample.Contact("cleo@example.org"), 0));
    }

    [Fact]
    public async Task A_key_lives_under_the_practice_of_all_practices()
    {
        var hash = new string('a', 64);
        var key = new ApiKey("front desk", hash, ["read"], Sample.Noon);
        await Keep(Set(new Change.Put("key", $"{Here}.key_1", Kinds.Key.Write(key), [.. Kinds.Key.Lookups(key)], 0, "*")));
        Assert.Equal($"{Here}.key_1", (await Store.FindBy(Kinds.Key, "*", "hash", hash))!.Id);
        Assert.Null(await Store.FindBy(Kinds.Key, Here, "hash", hash));
    }

    [Fact]
    public async Task Of_many_writers_with_the_same_revision_one_wins()
    {
        await Keep(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 0));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.Commit(Set().Put(Kinds.Contact, "con_1", Sample.Contact(), 1))));
        Assert.Equal(1, answers.Count(a => a.Ok));
    }
}
