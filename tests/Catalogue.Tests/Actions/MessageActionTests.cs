using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class MessageActionTests
{
    readonly Stage _stage = new();

    [Fact]
    public async Task An_email_carries_everything_the_record_needs()
    {
        await _stage.Run("email.send", """{ "purpose": "care", "subject": "Hello", "body": "One <b>\n\nTwo", "preheader": "Psst", "replyTo": "desk@glow.example" }""");
        var (id, message) = Assert.Single(_stage.Outside.Sent);
        Assert.StartsWith("msg_", id, StringComparison.Ordinal);
        Assert.Equal(("email", Direction.Out, MessageStatus.Sending, "care"), (message.Channel, message.Direction, message.Status, message.Purpose));
        Assert.Equal(("con_1", "\"Glow Clinic\" <hello@glow.example>", "ada@example.com", "desk@glow.example"), (message.ContactId, message.From, message.To, message.ReplyTo));
        Assert.Equal(("enr_1", "wf_1", "s1", "enr_1/s1/1"), (message.EnrollmentId, message.WorkflowId, message.StepId, message.EffectId));
        Assert.Contains("<p>One &lt;b&gt;</p>", message.Html, StringComparison.Ordinal);
        Assert.Contains("Psst", message.Html, StringComparison.Ordinal);
        Assert.Equal("One <b>\n\nTwo", message.Text);
    }

    [Fact]
    public async Task The_step_s_sender_goes_before_the_workflow_s_and_the_practice_s()
    {
        _stage.Sender = new Sender("Team", "team@glow.example", "+15550111");
        Assert.Equal("\"Team\" <team@glow.example>", (await _stage.Compose("email.send", """{ "purpose": "care", "subject": "a", "body": "b" }""")).Message!.From);
        Assert.Equal("\"Dr X\" <x@glow.example>", (await _stage.Compose("email.send", """{ "purpose": "care", "subject": "a", "body": "b", "fromName": "Dr X", "fromEmail": "x@glow.example" }""")).Message!.From);
        Assert.Equal("+15550111", (await _stage.Compose("sms.send", """{ "purpose": "care", "body": "b" }""")).Message!.From);
    }

    [Fact]
    public async Task Composing_twice_gives_the_same_message_and_writes_nothing()
    {
        const string config = """{ "purpose": "care", "body": "b" }""";
        Assert.Equal(await _stage.Compose("sms.send", config), await _stage.Compose("sms.send", config));
        Assert.True(_stage.Changes.IsEmpty);
        Assert.Empty(_stage.Outside.Sent);
    }

    [Fact]
    public async Task A_text_knows_its_segments() =>
        Assert.Equal(2, (await _stage.Compose("sms.send", $$"""{ "purpose": "care", "body": "{{new string('a', 200)}}" }""")).Message!.Segments);

    [Fact]
    public async Task Without_an_address_nothing_is_sent()
    {
        _stage.Contact = new Contact();
        Assert.Equal(new Outcome.Skipped("contact.noEmail"), await _stage.Run("email.send", """{ "purpose": "care", "subject": "a", "body": "b" }"""));
        Assert.Equal(new Outcome.Skipped("contact.noPhone"), await _stage.Run("sms.send", """{ "purpose": "care", "body": "b" }"""));
        Assert.Empty(_stage.Outside.Sent);
    }

    [Fact]
    public async Task A_text_that_came_out_empty_is_missing() =>
        await Assert.ThrowsAsync<MissingConfigException>(() => _stage.Compose("sms.send", """{ "purpose": "care", "body": "  " }"""));

    [Fact]
    public async Task Copies_and_files_go_with_an_email()
    {
        var message = (await _stage.Compose("email.send", """
            { "purpose": "care", "subject": "a", "body": "b", "cc": "Guardian@x.example; desk@glow.example", "bcc": "", "trackClicks": false,
              "attachments": { "After care": "https://glow.example/care.pdf", "Nothing": "" } }
            """)).Message!;
        Assert.Equal(["guardian@x.example", "desk@glow.example"], message.Cc!.Value.AsEnumerable());
        Assert.Equal((null, false), (message.Bcc, message.TrackClicks));
        Assert.Equal("b\n\nAfter care: https://glow.example/care.pdf", message.Text);
        Assert.Contains("""<a href="https://glow.example/care.pdf">After care</a>""", message.Html, StringComparison.Ordinal);
        Assert.Equal(new Outcome.Failed("email.cc.invalid", false), await _stage.Run("email.send", """{ "purpose": "care", "subject": "a", "body": "b", "cc": "nobody" }"""));
    }

    [Fact]
    public async Task A_file_goes_with_a_text_as_a_link() =>
        Assert.Equal("b https://glow.example/map.png", (await _stage.Compose("sms.send", """{ "purpose": "care", "body": "b", "attachment": "https://glow.example/map.png" }""")).Message!.Text);

    [Theory]
    [InlineData("""{ "to": "role", "role": "frontdesk", "channel": "email", "body": "b" }""", "desk@glow.example")]
    [InlineData("""{ "to": "users", "users": ["usr_2", "usr_1"], "channel": "inapp", "body": "b" }""", "usr_2,usr_1")]
    [InlineData("""{ "to": "followers", "channel": "email", "body": "b" }""", "desk@glow.example")]
    [InlineData("""{ "to": "phone", "phone": "+12025550133", "channel": "sms", "body": "b" }""", "+12025550133")]
    [InlineData("""{ "to": "all", "channel": "email", "body": "b" }""", "desk@glow.example,doc@glow.example")]
    [InlineData("""{ "to": "all", "channel": "inapp", "body": "b" }""", "usr_1,usr_2")]
    [InlineData("""{ "to": "user", "userId": "usr_2", "channel": "sms", "body": "b" }""", "+15550122")]
    [InlineData("""{ "to": "assigned", "channel": "email", "body": "b" }""", "doc@glow.example")]
    [InlineData("""{ "to": "email", "email": "boss@glow.example", "channel": "email", "body": "b" }""", "boss@glow.example")]
    public async Task The_team_is_told_with_one_message(string config, string to)
    {
        Team();
        await _stage.Run("team.notify", config);
        var message = Assert.Single(_stage.Outside.Sent).Message;
        Assert.Equal((to, "team", null), (message.To, message.Purpose, message.ContactId));
    }

    [Theory]
    [InlineData("""{ "to": "user", "userId": "usr_9", "channel": "sms", "body": "b" }""", "user.notFound")]
    [InlineData("""{ "to": "user", "userId": "usr_1", "channel": "sms", "body": "b" }""", "user.noPhone")]
    [InlineData("""{ "to": "email", "email": "boss@glow.example", "channel": "sms", "body": "b" }""", "team.channel")]
    public async Task A_team_message_without_a_recipient_is_skipped(string config, string code)
    {
        Team();
        Assert.Equal(new Outcome.Skipped(code), await _stage.Run("team.notify", config));
    }

    void Team()
    {
        _stage.Records.Add(Kinds.User, "usr_1", new User("Desk", "desk@glow.example", null, "frontdesk"));
        _stage.Records.Add(Kinds.User, "usr_2", new User("Doc", "doc@glow.example", "+15550122", "provider"));
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_2", Followers = ["usr_1"] };
    }
}
