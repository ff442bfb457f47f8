using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Switches do-not-disturb on or off. What the patient asked for (STOP, unsubscribe, a complaint) or what the
/// network told (bounced) is not the workflow's to lift.</summary>
sealed class ContactDndSet : ActionType
{
    static readonly ImmutableArray<string> Channels = ["sms", "email", "call"];

    public override ActionDescriptor Descriptor { get; } = new("contact.dnd.set", "Set do not disturb", "Contacts", "Stops messages to the contact on a channel, or allows them again. A patient's own STOP or unsubscribe stays.",
        Config:
        [
            new("channel", FieldKind.Choice, "Channel", Required: true, Options: [new("all", "All"), new("sms", "Text message"), new("email", "Email"), new("call", "Call")]),
            new("enabled", FieldKind.Flag, "Do not disturb", Required: true),
        ],
        Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (contact, channel, enabled) = (call.Contact!, call.Config.Need("channel"), call.Config.Flag("enabled"));
        var before = contact.Body.Dnd;
        var after = enabled ? On(before, channel, call.Now) : Off(before, channel);
        if (after.SequenceEqual(before))
            return Task.FromResult<Outcome>(!enabled && before.Any(dnd => dnd.Channel == channel || dnd.Channel == "all" || channel == "all") ? new Outcome.Skipped("contact.dnd.kept") : Outcome.Done.Plain);
        call.Changes.Put(Kinds.Contact, contact.Id, contact.Body with { Dnd = after }, contact.Revision);
        call.Raise("contact.dnd.changed", ContactWriting.About(contact.Id, ("dnd", new JsonObject { ["channel"] = channel, ["enabled"] = enabled })));
        return Task.FromResult<Outcome>(new Outcome.Done(contact.Id));
    }

    static ImmutableArray<DoNotDisturb> On(ImmutableArray<DoNotDisturb> before, string channel, DateTimeOffset now) =>
        before.Any(dnd => dnd.Channel == channel || dnd.Channel == "all") ? before : before.Add(new(channel, "workflow", now));

    /// <summary>Lifting one channel of "all" leaves the others.</summary>
    static ImmutableArray<DoNotDisturb> Off(ImmutableArray<DoNotDisturb> before, string channel) =>
    [
        .. before.SelectMany(dnd => dnd.Reason is not ("workflow" or "staff") || dnd.Channel != channel && dnd.Channel != "all" && channel != "all" ? [dnd]
            : dnd.Channel == "all" && channel != "all" ? Channels.Where(other => other != channel).Select(other => dnd with { Channel = other })
            : []),
    ];
}
