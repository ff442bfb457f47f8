using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class MoreContactActionTests
{
    readonly Stage _stage = new();

    [Fact]
    public async Task Unassigning_leaves_nobody_and_keeps_the_followers()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1", Followers = ["usr_2"] };
        await _stage.Run("contact.unassign", "{}");
        Assert.Null(_stage.Written(Kinds.Contact).AssignedTo);
        Assert.Equal(["usr_2"], _stage.Written(Kinds.Contact).Followers.AsEnumerable());
        Assert.Equal("""["assignedTo"]""", Assert.Single(_stage.Events).Data["change"]!["fields"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "keepOwner": true, "followers": ["usr_2"] }""", "usr_3")]
    [InlineData("""{ "keepOwner": true, "allFollowers": true }""", "")]
    public async Task Followers_are_taken_away(string config, string left)
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1", Followers = ["usr_2", "usr_3"] };
        await _stage.Run("contact.unassign", config);
        Assert.Equal(("usr_1", left), (_stage.Written(Kinds.Contact).AssignedTo, string.Join(' ', _stage.Written(Kinds.Contact).Followers)));
    }

    [Fact]
    public async Task Followers_are_added_whoever_looks_after_the_contact()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1", Followers = ["usr_2"] };
        await _stage.Run("contact.assign", """{ "users": ["usr_9"], "onlyIfUnassigned": true, "followers": ["usr_2", "usr_3"] }""");
        Assert.Equal(("usr_1", "usr_2 usr_3"), (_stage.Written(Kinds.Contact).AssignedTo, string.Join(' ', _stage.Written(Kinds.Contact).Followers)));
        Assert.Equal("""{"followers":["usr_2"]}""", Assert.Single(_stage.Events).Data["change"]!["before"]!.ToJsonString());
    }

    [Theory]
    [InlineData("number", "12.5", "a dozen")]
    [InlineData("date", "2026-05-01", "in May")]
    [InlineData("choice", "Dry", "sandy")]
    [InlineData("flag", "yes", "perhaps")]
    public async Task A_defined_field_takes_only_what_it_is_for(string type, string fits, string misfit)
    {
        _stage.Records.Add(Kinds.CustomField, "cfld_1", new CustomField("x", "X", type, ["dry", "oily"]));
        Assert.IsType<Outcome.Done>(await _stage.Run("contact.update", $$"""{ "fields": { "fields.x": "{{fits}}", "fields.other": "anything" } }"""));
        Assert.Equal(new Outcome.Failed("contact.fields.x.invalid", false), await _stage.Run("contact.update", $$"""{ "fields": { "fields.x": "{{misfit}}" } }"""));
        Assert.Equal(new Outcome.Failed("contact.fields.x.invalid", false), await _stage.Run("contact.upsert", $$"""{ "fields": { "email": "new@example.com", "fields.x": "{{misfit}}" } }"""));
    }

    [Fact]
    public async Task Points_add_up()
    {
        _stage.Contact = _stage.Contact! with { Score = 10 };
        await _stage.Run("contact.score.add", """{ "points": -25 }""");
        Assert.Equal(-15, _stage.Written(Kinds.Contact).Score);
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal(("contact.score.changed", """{"value":-15,"before":10,"points":-25}"""), (type, data["score"]!.ToJsonString()));
        Assert.Equal(-15, _stage.Output!.Value.GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task A_contact_is_deleted_with_a_copy_and_everything_it_was_in_ends()
    {
        Assert.Equal(new Outcome.Skipped("contact.delete.unconfirmed"), await _stage.Run("contact.delete", """{ "confirm": false }"""));
        Assert.True(_stage.Changes.IsEmpty);
        await _stage.Run("contact.delete", """{ "confirm": true }""");
        Assert.Equal("ada@example.com", _stage.Written(Kinds.DeletedContact).Contact.Email);
        // With the mark on its conversation, which nobody would read any more.
        Assert.Equal([("contact", "con_1", 4L), ("conversation", "con_1", null)], _stage.Changes.Changes.OfType<Change.Delete>().Select(gone => (gone.Kind, gone.Id, gone.ExpectedRevision)));
        Assert.Equal(["con_1"], _stage.Outside.Forgotten);
    }

    [Theory]
    [InlineData("""{ "mark": "unread" }""", true, false)]
    [InlineData("""{ "archive": "archive" }""", false, true)]
    public async Task A_conversation_is_marked_and_archived(string config, bool unread, bool archived)
    {
        await _stage.Run("conversation.edit", config);
        Assert.Equal(new ConversationState(unread, archived, Stage.Now), _stage.Written(Kinds.Conversation));
    }

    [Fact]
    public async Task A_conversation_that_is_so_already_stays_as_it_is()
    {
        Assert.Equal(Outcome.Done.Plain, await _stage.Run("conversation.edit", """{ "mark": "read" }"""));
        Assert.True(_stage.Changes.IsEmpty);
    }

    [Fact]
    public async Task Notes_and_tasks_say_that_they_were_added()
    {
        await _stage.Run("note.add", """{ "text": "Allergic to lidocaine" }""");
        await _stage.Run("task.add", """{ "title": "Call" }""");
        Assert.Equal(["note.added", "task.added"], _stage.Events.Select(raised => raised.Type));
        var (note, task) = (_stage.Events[0].Data["note"]!, _stage.Events[1].Data["task"]!);
        Assert.Equal(("Allergic to lidocaine", "workflow"), (note["body"]!.ToString(), note["authorId"]!.ToString()));
        Assert.Equal(("open", "task", "Call"), (task["status"]!.ToString(), task["kind"]!.ToString(), task["title"]!.ToString()));
    }
}
