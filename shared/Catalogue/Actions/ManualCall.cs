using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Has somebody call the contact, and waits until they have.</summary>
sealed class ManualCall : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("manual.call", "Call by hand", "Messages", "Puts a call on the front desk's list. The contact waits here until it is marked as done.",
        Config:
        [
            Purposes.Field,
            new("script", FieldKind.LongText, "What to say", MaxLength: 5000, Merge: true),
            .. DeskWork.Fields,
        ],
        Outputs: DeskWork.Outputs, Consent: "call");

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        call.Contact!.Body.Phone is null ? new Outcome.Skipped("contact.noPhone")
        : await DeskWork.Await(call, "call", $"Call {Titles.Of(call.Contact)}", call.Config.Text("script"), (_, id) => new Outcome.Done(id), ct);
}
