using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Telephone menus, and what machines have heard or written.</summary>
static class Telephone
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("ivr.started", "Telephone menu started", "Telephone", "Starts when a caller reaches your telephone menu.",
            """{ "ivr": { "number": "+13105550100", "from": "+13105550142" }, "contact": { "phone": "+13105550142" } }""",
            Text("ivr.number", "Called number"),
            Text("ivr.from", "Caller's number")),
        Row.Of("transcript.generated", "Transcript ready", "Telephone", "Starts when a call has been written down.",
            """{ "transcript": { "direction": "inbound", "kind": "call", "duration": 190, "text": "Hello" }, "contact": { "email": "ada@example.test" } }""",
            Text("transcript.direction", "Direction", "inbound", "outbound"),
            Text("transcript.kind", "Kind", "call", "voicemail", "bot"),
            Number("transcript.duration", "Seconds"),
            Text("transcript.text", "Words")),
        Row.Of("bot.finished", "Chat assistant finished", "Telephone", "Starts when a chat assistant has ended its conversation.",
            """{ "bot": { "id": "desk", "outcome": "booked" }, "contact": { "email": "ada@example.test" } }""",
            Text("bot.id", "Assistant"),
            Text("bot.outcome", "Outcome")),
    ];
}
