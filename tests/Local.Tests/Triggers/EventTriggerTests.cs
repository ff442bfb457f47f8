namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>The event triggers of the goal table, row by row.</summary>
public sealed class EventTriggerTests : TriggerTests
{
    [Theory]
    [InlineData("webhook.room", "is", "2")]
    public Task Inbound_webhook_filters_by_anything_that_was_sent(string field, string op, string value) => Parts("webhook.received", field, op, value, new { webhook = new { room = "2" } });

    [Theory]
    [InlineData("message.channel", "is", "sms")]
    [InlineData("message.body", "contains", "yes")]
    [InlineData("message.body", "is", "Yes please")]
    [InlineData("contact.tags", "notContains", "vip")]
    public Task Customer_replied_filters_by_phrase_channel_and_tag(string field, string op, string value) => Parts("message.received", field, op, value, new { message = new { channel = "sms", body = "Yes please" } });

    [Theory]
    [InlineData("email.event", "anyOf", "opened")]
    [InlineData("email.workflowId", "is", "wf_x")]
    public Task Email_events_filter_by_event_and_workflow(string field, string op, string value) =>
        Parts("email.event", field, op, op == "anyOf" ? new[] { value, "clicked" } : value, new { email = new { @event = "opened", workflowId = "wf_x", stepId = "s1", messageId = "msg_1" } });

    [Theory]
    [InlineData("form.id", "consultation")]
    [InlineData("form.termsAgreed", true)]
    [InlineData("form.fields.skin", "dry")]
    public Task Form_submitted_filters_by_form_terms_and_answer(string field, object value) => Parts("form.submitted", field, "is", value, new { form = new { id = "consultation", termsAgreed = true, fields = new { skin = "dry" } } });

    [Theory]
    [InlineData("survey.id", "intake")]
    [InlineData("survey.disqualified", true)]
    [InlineData("survey.termsAgreed", false)]
    public Task Survey_submitted_filters_by_survey_disqualified_and_terms(string field, object value) => Parts("survey.submitted", field, "is", value, new { survey = new { id = "intake", disqualified = true, termsAgreed = false } });

    [Theory]
    [InlineData("link.id", "lnk_1")]
    [InlineData("link.workflowId", "wf_x")]
    public Task Trigger_link_clicked_filters_by_link(string field, string value) => Parts("link.clicked", field, "is", value, new { link = new { id = "lnk_1", workflowId = "wf_x" } });

    [Theory]
    [InlineData("call.direction", "is", "inbound", "Incoming")]
    [InlineData("call.status", "is", "noanswer", "no-answer")]
    [InlineData("call.status", "is", "canceled", "CANCELLED")]
    [InlineData("call.status", "anyOf", "voicemail", "voicemail")]
    [InlineData("call.duration", "lt", 10, "completed")]
    public Task Call_status_filters_by_direction_status_and_length_however_it_is_spelled(string field, string op, object value, string said) =>
        Parts("call.ended", field, op, op == "anyOf" ? new[] { value } : value, new { call = new { direction = field == "call.direction" ? said : "inbound", status = field == "call.status" ? said : "completed", duration = 4 } });

    [Fact]
    public async Task A_call_of_a_stranger_makes_a_contact_to_text_back()
    {
        var workflow = await Here.Publish("call.ended", Rows("call.status", "is", "noanswer"));
        Assert.Equal("enrolled:1", await Here.Happens("call.ended", new { call = new { direction = "inbound", status = "no-answer" }, contact = new { phone = "+13105550999" } }));
        Assert.NotNull(Assert.Single(await Here.Inside(workflow)).ContactId);
    }

    [Theory]
    [InlineData("review.source", "is", "google")]
    [InlineData("review.rating", "lte", 3)]
    [InlineData("review.spam", "is", false)]
    public async Task Review_received_filters_by_source_rating_and_spam_and_needs_no_contact(string field, string op, object value)
    {
        await Parts("review.received", field, op, value, new { review = new { source = "google", rating = 3, spam = false, text = "Long wait" } });
        Assert.Null((await Here.Events("review.received"))[0].Event.ContactId);
    }

    [Theory]
    [InlineData("sms.code", "twilio.30005")]
    [InlineData("sms.workflowId", "wf_x")]
    public Task Messaging_error_filters_by_code(string field, string value) => Parts("sms.failed", field, "is", value, new { sms = new { code = "twilio.30005", workflowId = "wf_x" } });

    /// <summary>Every level-A row is fed as its sample says.</summary>
    [Fact]
    public async Task Every_row_of_outside_systems_starts_a_workflow_with_its_sample()
    {
        var rows = Here.Catalogue.Triggers.Values.Where(trigger => trigger.Outside).ToList();
        Assert.True(rows.Count >= 25, $"{rows.Count}");
        foreach (var row in rows)
        {
            var workflow = await Here.Publish(row.Type);
            Assert.Equal("enrolled:1", await Here.Happens(row.Type, row.Sample!.Value.GetRawText()));
            Assert.Equal(row.NeedsContact, Assert.Single(await Here.Inside(workflow)).ContactId is not null);
            foreach (var root in row.Filters.Select(filter => filter.Name.Split('.')[0]).Where(root => root != "contact").Distinct())
                Assert.True(row.Sample.Value.TryGetProperty(root, out _), $"{row.Type} shows no {root}");
        }
    }

    [Fact]
    public async Task An_event_of_a_type_that_nobody_knows_is_kept_and_starts_nothing() =>
        Assert.Equal("ignored", await Here.Happens("moon.full", new { }, await Here.Person()));
}
