using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class ContactActionTests
{
    readonly Stage _stage = new();

    [Fact]
    public async Task Updating_writes_the_contact_and_says_what_changed()
    {
        await _stage.Run("contact.update", """{ "fields": { "city": "Boston", "firstName": "Ada", "contact.lastName": null, "fields.skin": "dry", "email": " ADA@New.example " } }""");
        var contact = _stage.Written(Kinds.Contact);
        Assert.Equal(("Boston", null, "ada@new.example", "dry"), (contact.City, contact.LastName, contact.Email, contact.Fields["skin"].GetString()));
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal("contact.changed", type);
        Assert.Equal("""{"contact":{"id":"con_1"},"change":{"fields":["city","lastName","fields.skin","email"],"before":{"city":null,"lastName":"Lund","fields.skin":null,"email":"ada@example.com"},"after":{"city":"Boston","lastName":null,"fields.skin":"dry","email":"ada@new.example"}}}""", data.ToJsonString());
        Assert.Equal(4, _stage.Changes.Changes.OfType<Change.Put>().Single().ExpectedRevision);
    }

    [Fact]
    public async Task No_change_writes_nothing_and_says_nothing()
    {
        Assert.Equal(Outcome.Done.Plain, await _stage.Run("contact.update", """{ "fields": { "firstName": "Ada" } }"""));
        Assert.True(_stage.Changes.IsEmpty);
        Assert.Empty(_stage.Events);
    }

    [Theory]
    [InlineData("""{ "fields": { "email": "nobody" } }""", "contact.email.invalid")]
    [InlineData("""{ "fields": { "phone": "call me" } }""", "contact.phone.invalid")]
    [InlineData("""{ "fields": { "dateOfBirth": "yesterday" } }""", "contact.dateOfBirth.invalid")]
    [InlineData("""{ "fields": { "timeZone": "Mars" } }""", "contact.timeZone.invalid")]
    [InlineData("""{ "fields": { "email": "other@example.com" } }""", "contact.email.taken")]
    public async Task A_value_that_cannot_be_kept_is_refused_for_good(string config, string code)
    {
        _stage.Records.Add(Kinds.Contact, "con_2", new Contact { Email = "other@example.com" });
        Assert.Equal(new Outcome.Failed(code, false), await _stage.Run("contact.update", config));
        Assert.True(_stage.Changes.IsEmpty);
    }

    [Fact]
    public async Task Upsert_finds_the_contact_by_phone_and_leaves_alone_what_came_empty()
    {
        _stage.Contact = null;
        _stage.Records.Add(Kinds.Contact, "con_7", new Contact { Phone = "+12025550143", City = "Oslo" });
        Assert.Equal(new Outcome.Done("con_7"), await _stage.Run("contact.upsert", """{ "fields": { "phone": "(202) 555-0143", "firstName": "Eva", "city": "" } }"""));
        Assert.Equal(("Eva", "Oslo"), (_stage.Written(Kinds.Contact).FirstName, _stage.Written(Kinds.Contact).City));
        Assert.Equal("contact.changed", Assert.Single(_stage.Events).Type);
    }

    [Fact]
    public async Task Upsert_makes_a_contact_once_however_often_it_runs()
    {
        _stage.Contact = null;
        var first = await _stage.Run("contact.upsert", """{ "fields": { "email": "new@example.com" } }""");
        Assert.Equal(first, await _stage.Run("contact.upsert", """{ "fields": { "email": "new@example.com" } }"""));
        Assert.All(_stage.Changes.Changes.OfType<Change.Put>(), put => Assert.Equal(0, put.ExpectedRevision));
        Assert.Equal("contact.created", _stage.Events[0].Type);
        Assert.True(_stage.Output!.Value.GetProperty("created").GetBoolean());
    }

    [Fact]
    public async Task Upsert_needs_something_to_find_the_contact_by()
    {
        _stage.Contact = null;
        Assert.Equal(new Outcome.Failed("contact.match.missing", false), await _stage.Run("contact.upsert", """{ "fields": { "firstName": "Eva" } }"""));
    }

    [Fact]
    public async Task Tags_are_added_once_each_with_an_event_each()
    {
        await _stage.Run("contact.tag.add", """{ "tags": ["new", "VIP", "vip", "Botox"] }""");
        Assert.Equal(["New", "VIP", "Botox"], _stage.Written(Kinds.Contact).Tags.AsEnumerable());
        Assert.Equal(["VIP", "Botox"], _stage.Events.Select(raised => raised.Data["tag"]!["name"]!.GetValue<string>()));
        Assert.All(_stage.Events, raised => Assert.Equal("contact.tag.added", raised.Type));
    }

    [Theory]
    [InlineData("""{ "tags": ["NEW"] }""")]
    [InlineData("""{ "all": true }""")]
    public async Task Tags_are_removed_whatever_their_case(string config)
    {
        await _stage.Run("contact.tag.remove", config);
        Assert.Empty(_stage.Written(Kinds.Contact).Tags);
        Assert.Equal("contact.tag.removed", Assert.Single(_stage.Events).Type);
    }

    [Fact]
    public async Task Assigning_is_decided_by_the_effect_and_shared_by_weight()
    {
        var counts = new Dictionary<string, int> { ["usr_a"] = 0, ["usr_b"] = 0 };
        for (var i = 0; i < 2000; i++)
        {
            var stage = new Stage { EffectId = $"enr_{i}/s1/1" };
            await stage.Run("contact.assign", """{ "users": ["usr_a", "usr_b"], "weights": { "usr_a": 3 } }""");
            counts[stage.Written(Kinds.Contact).AssignedTo!]++;
        }
        Assert.InRange(counts["usr_a"], 1400, 1600);
        var (one, two) = (new Stage(), new Stage());
        await one.Run("contact.assign", """{ "users": ["usr_a", "usr_b"] }""");
        await two.Run("contact.assign", """{ "users": ["usr_a", "usr_b"] }""");
        Assert.Equal(one.Written(Kinds.Contact).AssignedTo, two.Written(Kinds.Contact).AssignedTo);
    }

    [Fact]
    public async Task Somebody_assigned_stays_when_only_unassigned_are_meant()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_z" };
        Assert.Equal(new Outcome.Skipped("contact.assigned"), await _stage.Run("contact.assign", """{ "users": ["usr_a"], "onlyIfUnassigned": true }"""));
    }

    [Fact]
    public async Task Do_not_disturb_is_switched_on_with_its_reason()
    {
        await _stage.Run("contact.dnd.set", """{ "channel": "sms", "enabled": true }""");
        Assert.Equal(new DoNotDisturb("sms", "workflow", Stage.Now), Assert.Single(_stage.Written(Kinds.Contact).Dnd));
        Assert.Equal("contact.dnd.changed", Assert.Single(_stage.Events).Type);
    }

    [Fact]
    public async Task Lifting_one_channel_of_all_leaves_the_others()
    {
        _stage.Contact = _stage.Contact! with { Dnd = [new("all", "staff", Stage.Now)] };
        await _stage.Run("contact.dnd.set", """{ "channel": "sms", "enabled": false }""");
        Assert.Equal(["email", "call"], _stage.Written(Kinds.Contact).Dnd.Select(dnd => dnd.Channel));
    }

    [Fact]
    public async Task A_patient_s_own_stop_is_not_the_workflow_s_to_lift()
    {
        _stage.Contact = _stage.Contact! with { Dnd = [new("sms", "stop", Stage.Now)] };
        Assert.Equal(new Outcome.Skipped("contact.dnd.kept"), await _stage.Run("contact.dnd.set", """{ "channel": "all", "enabled": false }"""));
        Assert.True(_stage.Changes.IsEmpty);
    }

    [Fact]
    public async Task A_note_is_kept()
    {
        await _stage.Run("note.add", """{ "text": "Called" }""");
        Assert.Equal(new Note("con_1", "Called", "workflow", Stage.Now, "enr_1"), _stage.Written(Kinds.Note));
    }

    [Fact]
    public async Task A_task_is_due_at_the_same_local_time_across_the_clock_change()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1" };
        await _stage.Run("task.add", """{ "title": "Call", "due": "P3DT1H", "assignTo": "owner" }""");
        var task = _stage.Written(Kinds.Task);
        // 6 March 10:00 in New York; summer time begins on the 8th.
        Assert.Equal(("con_1", "usr_1", new DateTimeOffset(2026, 3, 9, 15, 0, 0, TimeSpan.Zero)), (task.ContactId, task.AssignedTo, task.DueAt!.Value.ToUniversalTime()));
    }

    [Theory]
    [InlineData("""{ "title": "Call", "userId": "usr_2" }""", "usr_2")]
    [InlineData("""{ "title": "Call", "assignTo": "owner", "userId": "usr_2" }""", "usr_1")]
    [InlineData("""{ "title": "Call" }""", "usr_1")]
    public async Task A_task_is_for_the_member_that_is_named_unless_it_is_said_to_be_for_the_owner(string config, string who)
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1" };
        await _stage.Run("task.add", config);
        Assert.Equal(who, _stage.Written(Kinds.Task).AssignedTo);
    }

    // It is 6 March, 10:00 in New York.
    [Theory]
    [InlineData("""{ "title": "Call", "due": "P1D", "at": "09:30" }""", "2026-03-07T14:30:00Z")]
    [InlineData("""{ "title": "Call", "due": "PT2H", "at": "09:30" }""", "2026-03-07T14:30:00Z")]
    [InlineData("""{ "title": "Call", "at": "16:00" }""", "2026-03-06T21:00:00Z")]
    [InlineData("""{ "title": "Call", "at": "soon" }""", null)]
    public async Task A_task_may_be_due_at_a_time_of_day(string config, string? due)
    {
        await _stage.Run("task.add", config);
        Assert.Equal(due is null ? null : DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), _stage.Written(Kinds.Task).DueAt?.ToUniversalTime());
    }

    [Fact]
    public async Task A_task_needs_no_contact()
    {
        _stage.Contact = null;
        await _stage.Run("task.add", """{ "title": "Count the till", "assignTo": "user", "userId": "usr_2" }""");
        Assert.Equal("usr_2", _stage.Written(Kinds.Task).AssignedTo);
    }
}
