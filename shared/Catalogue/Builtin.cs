using AesthetixWorkflows.Catalogue.Actions;
using AesthetixWorkflows.Catalogue.Triggers;

namespace AesthetixWorkflows.Catalogue;

/// <summary>Everything that comes with the product.</summary>
public static class Builtin
{
    public static ProductCatalogue Catalogue() => new(
        [
            new EmailSend(), new SmsSend(), new TeamNotify(),
            new ContactUpsert(), new ContactUpdate(), new ContactTagAdd(), new ContactTagRemove(), new ContactAssign(), new ContactDndSet(),
            new NoteAdd(), new TaskAdd(),
            new OpportunityCreate(), new OpportunityUpdate(), new AppointmentStatusSet(),
            new WebhookSend(), new HttpRequest(), new WorkflowAdd(), new WorkflowRemove(),
        ],
        [
            FormSubmitted.Descriptor, SurveySubmitted.Descriptor, WebhookReceived.Descriptor, ScheduleDue.Descriptor, MessageReceived.Descriptor,
            AppointmentBooked.Descriptor, AppointmentStatusChanged.Descriptor, AppointmentRescheduled.Descriptor, PaymentReceived.Descriptor,
            ContactCreated.Descriptor, ContactChanged.Descriptor, ContactTagAdded.Descriptor, ContactTagRemoved.Descriptor, ContactDndChanged.Descriptor,
            OpportunityCreated.Descriptor, OpportunityChanged.Descriptor, OpportunityStatusChanged.Descriptor, OpportunityStageChanged.Descriptor,
        ]);
}
