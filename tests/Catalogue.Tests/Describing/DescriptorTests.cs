using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Control;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Tests.Describing;

public sealed class DescriptorTests
{
    static readonly ProductCatalogue Catalogue = Builtin.Catalogue();

    /// <summary>As api.md lists them: renaming one would orphan stored workflows.</summary>
    [Fact]
    public void Stored_names_stay_as_they_are()
    {
        Assert.Equal(
            """
            appointment.booked appointment.rescheduled appointment.status.changed call.ended contact.birthday contact.changed contact.created contact.date
            contact.dnd.changed contact.score.changed contact.tag.added contact.tag.removed document.changed email.event estimate.changed form.submitted
            invoice.changed link.clicked message.received note.added note.changed opportunity.changed opportunity.created opportunity.stage.changed
            opportunity.stale opportunity.status.changed order.submitted payment.received refund.created review.received schedule.due sms.failed
            subscription.changed survey.submitted task.added task.completed task.due webhook.received
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Catalogue.Triggers.Values.Where(trigger => !trigger.Outside).Select(trigger => trigger.Type).Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            ai.decide ai.intent anchor.set appointment.book appointment.link appointment.note.add appointment.status.set approval.request contact.assign contact.delete
            contact.dnd.set contact.find contact.score.add contact.tag.add contact.tag.remove contact.unassign contact.update contact.upsert conversation.edit date.format
            document.send email.send http.request invoice.send manual.call manual.sms math note.add number.format opportunity.create opportunity.find
            opportunity.owner.set opportunity.remove opportunity.update review.request sms.send task.add team.notify text.format value.set webhook.send workflow.add workflow.remove
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Catalogue.Actions.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["drip", "end", "goal", "goto", "if", "split", "wait.condition", "wait.delay", "wait.email", "wait.invoice", "wait.link", "wait.reply", "wait.until"],
            Controls.All.Concat(Waits.All).Select(control => control.Type).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Forms() =>
        [.. Catalogue.Actions.Keys, .. Catalogue.Triggers.Keys, .. Controls.All.Select(control => control.Type), .. Waits.All.Select(control => control.Type)];

    static (string Label, string Category, string Help, IReadOnlyList<Field> Fields) Of(string type) =>
        Catalogue.Actions.TryGetValue(type, out var action) ? (action.Descriptor.Label, action.Descriptor.Category, action.Descriptor.Help, action.Descriptor.Config)
        : Catalogue.Triggers.TryGetValue(type, out var trigger) ? (trigger.Label, trigger.Category, trigger.Help, trigger.Config)
        : Controls.All.Concat(Waits.All).Single(control => control.Type == type) is var control ? (control.Label, control.Category, control.Help, control.Config)
        : throw new InvalidOperationException(type);

    [Theory, MemberData(nameof(Forms))]
    public void Every_form_can_be_drawn(string type)
    {
        var (label, category, help, fields) = Of(type);
        Assert.NotEmpty(label);
        Assert.NotEmpty(category);
        Assert.EndsWith(".", help, StringComparison.Ordinal);
        Assert.Equal(fields.Select(field => field.Name).Distinct(), fields.Select(field => field.Name));
        Assert.Equal(fields.Select(field => field.Label).Distinct(), fields.Select(field => field.Label));
        Assert.All(fields, field =>
        {
            Assert.Matches(@"^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$", field.Name);
            Assert.NotEmpty(field.Label);
            Assert.Equal(field.Kind is FieldKind.Rows, field.Columns is { Count: > 0 });
            Assert.True(field.Unless is null || field.Required && fields.Any(other => other.Name == field.Unless), $"{field.Name} is not required unless what?");
            Assert.Equal(field.Kind is FieldKind.Choice or FieldKind.ManyChoices, field.Options is { Count: > 0 });
            Assert.True(field.Kind is not (FieldKind.Reference or FieldKind.ManyReferences) || field.Of is not null, $"{field.Name} refers to what?");
            Assert.True(field.Kind is not (FieldKind.Text or FieldKind.LongText or FieldKind.Html or FieldKind.Url or FieldKind.Email or FieldKind.Phone) || field.MaxLength is not null || field.Of is not null, $"{field.Name} may be how long?");
            if (field.Options is { } options) Assert.Equal(options.Select(option => option.Value).Distinct(), options.Select(option => option.Value));
        });
    }

    [Fact]
    public void Filters_and_merge_fields_of_a_trigger_are_named_once() =>
        Assert.All(Catalogue.Triggers.Values, trigger =>
        {
            Assert.Equal(trigger.Filters.Select(filter => filter.Name).Distinct(), trigger.Filters.Select(filter => filter.Name));
            Assert.Equal(trigger.MergeFields.Select(field => field.Name).Distinct(), trigger.MergeFields.Select(field => field.Name));
            Assert.All(trigger.Filters, filter => Assert.Contains(filter.Type, new[] { "text", "number", "date", "flag", "list" }));
        });

    [Fact]
    public void Common_merge_fields_are_named_once() =>
        Assert.Equal(MergeFields.Common.Select(field => field.Name).Distinct(), MergeFields.Common.Select(field => field.Name));

    [Fact]
    public void Whatever_messages_a_patient_states_its_purpose_and_composes_first() =>
        Assert.All(Catalogue.Actions.Values.Where(action => (action.Descriptor.Channel ?? action.Descriptor.ChannelField) is not null), action =>
        {
            Assert.IsAssignableFrom<IMessageAction>(action);
            Assert.True(action.Descriptor.Outside);
            Assert.Contains(action.Descriptor.Config, field => field is { Name: "purpose", Required: true });
        });

    [Fact]
    public void A_channel_that_the_step_chooses_is_one_of_its_fields() =>
        Assert.All(Catalogue.Actions.Values.Where(action => action.Descriptor.ChannelField is not null), action =>
        {
            var field = Assert.Single(action.Descriptor.Config, field => field.Name == action.Descriptor.ChannelField);
            Assert.True(field.Required);
            Assert.All(field.Options!, option => Assert.Contains(option.Value, new[] { "sms", "email" }));
        });

    [Fact]
    public void Whatever_has_a_person_contact_a_patient_states_its_purpose() =>
        Assert.All(Catalogue.Actions.Values.Where(action => action.Descriptor.Consent is not null), action =>
            Assert.Contains(action.Descriptor.Config, field => field is { Name: "purpose", Required: true }));
}
