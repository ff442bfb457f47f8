using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sets the moment that the waits after it count from: they name it as <c>anchor.at</c>.</summary>
sealed class AnchorSet : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("anchor.set", "Event start date", "Tools", "Sets a date that later waits can count from, as “anchor.at”: the day of an event, or a date of the contact.",
        Config:
        [
            new("at", FieldKind.Instant, "Date", Required: true, Merge: true, Exact: true),
            new("timeOfDay", FieldKind.Text, "At this time of day", MaxLength: 5, Help: "Like 10:00."),
        ],
        Outputs: [new("at", "Date", "date")], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => Task.FromResult(Execute(call));

    static Outcome Execute(ActionCall call)
    {
        var zone = call.Setting.Zone;
        if (!Moment.TryParse(call.Config.Need("at"), out var moment)) return new Outcome.Failed("anchor.unreadable", Retryable: false);
        var time = TimeOnly.MinValue;
        if (call.Config.Text("timeOfDay") is { } clock && !ClockTimes.TryParse(clock, out time)) return new Outcome.Failed("anchor.unreadable", Retryable: false);
        var at = moment.Instant is { } instant && call.Config.Text("timeOfDay") is null ? instant : Zones.At(moment.DayIn(zone), time, zone);
        call.Give(new JsonObject { ["at"] = DateSums.Write(Moment.Of(at), zone) });
        return new Outcome.Done { Anchor = at };
    }
}
