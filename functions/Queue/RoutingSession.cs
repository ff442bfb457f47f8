using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Routing;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>The session of the queue <see cref="EventMessage.Routing"/> in which an event is routed: its practice and one of
/// the practice's lanes, so that events about the same person come one after the other. Why lanes, and not a session for
/// each person: docs/decisions/0017.</summary>
static class RoutingSession
{
    /// <summary>Half of the sessions that an instance holds at once (host.json): one practice's flood leaves room for others.</summary>
    public const int Lanes = 32;

    public static string Of(PracticeEvent e) => Of(e.Practice, LaneKey.Of(e));
    public static string Of(string practice, IncomingEvent e) => Of(practice, LaneKey.Of(e));
    public static string Of(string practice, string key) => $"{practice}.{LaneKey.Lane(key, Lanes)}";
}
