using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Has somebody text the contact from their own phone or inbox, and waits until they have.</summary>
sealed class ManualSms : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("manual.sms", "Text by hand", "Messages", "Puts a text message on the front desk's list, to be sent by a person. The contact waits here until it is marked as done.",
        Config:
        [
            Purposes.Field,
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 1600, Merge: true),
            .. DeskWork.Fields,
        ],
        Outputs: DeskWork.Outputs, Consent: "sms");

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        call.Contact!.Body.Phone is null ? new Outcome.Skipped("contact.noPhone")
        : await DeskWork.Await(call, "sms", $"Text {Titles.Of(call.Contact)}", call.Config.Need("body"), (_, id) => new Outcome.Done(id), ct);
}
