using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A telephone call is over, or nobody answered it.</summary>
static class CallEnded
{
    public static readonly TriggerDescriptor Descriptor = new("call.ended", "Call status", "Events",
        "Starts when a call is over, was missed or could not be made. A missed call is incoming and not answered.",
        Config: [],
        Filters: ContactFilters.And(
            new("call.direction", "Direction", "text", [new("inbound", "Incoming"), new("outbound", "Outgoing")]),
            new("call.status", "How it ended", "text",
            [
                new("completed", "Completed"), new("busy", "Busy"), new("noanswer", "Not answered"), new("voicemail", "Voicemail"), new("canceled", "Cancelled"), new("failed", "Failed"),
            ]),
            new("call.duration", "Seconds", "number"), new("call.from", "From number", "text"), new("call.to", "To number", "text"), new("call.workflowId", "Made by workflow", "text", Of: "workflow")),
        MergeFields: [new("call.direction", "Direction"), new("call.status", "How the call ended"), new("call.duration", "Seconds", "number"), new("call.from", "Caller's number"), new("call.to", "Called number")],
        MakesContact: true);
}
