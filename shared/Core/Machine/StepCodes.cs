namespace AesthetixWorkflows.Core.Machine;

/// <summary>Which codes of a history are counted by themselves: reasons and answers. An id would make a count of its own each time.</summary>
public static class StepCodes
{
    public static string? Counted(LogEntry entry) => entry.What switch
    {
        Happened.Skipped or Happened.Failed or Happened.Decided => entry.Code,
        // The message's id follows.
        Happened.Unknown => entry.Code?.Split(':')[0],
        _ => null,
    };
}
