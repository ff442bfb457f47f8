using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Intake;

/// <summary>Where a hook's event comes in. The embedded host keeps it at once (<see cref="EventIntake"/>); a host with a queue
/// may put it there first.</summary>
public interface IEventDoor
{
    /// <returns>The event's id, when it can no longer be lost. A repeat is answered with the id of the first one.</returns>
    /// <exception cref="StoreUnavailableException">It was put nowhere; the sender must be told to try again.</exception>
    Task<string> Admit(string practice, IncomingEvent e, CancellationToken ct);
}
