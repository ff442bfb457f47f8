using AesthetixWorkflows.Catalogue.Actions;
using AesthetixWorkflows.Catalogue.Triggers;

namespace AesthetixWorkflows.Catalogue;

/// <summary>Everything that comes with the product.</summary>
public static class Builtin
{
    public static ProductCatalogue Catalogue() => new(
        [
            new EmailSend(), new SmsSend(), new TeamNotify(), new ReviewRequest(), new ManualCall(), new ManualSms(), new ApprovalRequest(),
            new ContactUpsert(), new ContactFind(), new ContactUpdate(), new ContactTagAdd(), new ContactTagRemove(), new ContactAssign(), new ContactUnassign(),
            new ContactDndSet(), new ContactScoreAdd(), new ContactDelete(), new ConversationEdit(), new NoteAdd(), new TaskAdd(),
            new OpportunityCreate(), new OpportunityUpdate(), new OpportunityFind(), new OpportunityRemove(), new OpportunityOwnerSet(),
            new AppointmentBook(), new AppointmentStatusSet(), new AppointmentLink(), new AppointmentNoteAdd(), new InvoiceSend(), new DocumentSend(),
            new WebhookSend(), new HttpRequest(), new ValueSet(), new Arithmetic(), new TextFormat(), new DateFormat(), new NumberFormat(), new AnchorSet(),
            new WorkflowAdd(), new WorkflowRemove(), new AiDecide(), new AiIntent(),
        ],
        [
            FormSubmitted.Descriptor, SurveySubmitted.Descriptor, WebhookReceived.Descriptor, ScheduleDue.Descriptor, MessageReceived.Descriptor,
            AppointmentBooked.Descriptor, AppointmentStatusChanged.Descriptor, AppointmentRescheduled.Descriptor, PaymentReceived.Descriptor,
            ContactCreated.Descriptor, ContactChanged.Descriptor, ContactTagAdded.Descriptor, ContactTagRemoved.Descriptor, ContactDndChanged.Descriptor,
            OpportunityCreated.Descriptor, OpportunityChanged.Descriptor, OpportunityStatusChanged.Descriptor, OpportunityStageChanged.Descriptor, OpportunityStale.Descriptor,
            ContactBirthday.Descriptor, ContactDate.Descriptor, ContactScoreChanged.Descriptor, NoteAdded.Descriptor, NoteChanged.Descriptor,
            TaskAdded.Descriptor, TaskCompleted.Descriptor, TaskDue.Descriptor, EmailEvent.Descriptor, SmsFailed.Descriptor, LinkClicked.Descriptor, CallEnded.Descriptor, ReviewReceived.Descriptor,
            OrderSubmitted.Descriptor, InvoiceChanged.Descriptor, SubscriptionChanged.Descriptor, RefundCreated.Descriptor, DocumentChanged.Descriptor, EstimateChanged.Descriptor,
            .. Triggers.Outside.OutsideTriggers.All,
        ]);
}
