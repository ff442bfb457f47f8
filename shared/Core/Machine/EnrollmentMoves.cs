using AesthetixWorkflows.Core.Enrollments;
using static AesthetixWorkflows.Core.Enrollments.EnrollmentStatus;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Every change of status there is, readable in one screen. The machine does not ask this table; tests hold the
/// machine to it, and hold the table to the machine. An input may always leave the status as it is.</summary>
public static class EnrollmentMoves
{
    // The status, not the class of that name beside this one.
    const EnrollmentStatus Waiting = EnrollmentStatus.Waiting;

    /// <summary>Where a walk along the steps may come to stand: at something to do, at a wait, at the end, at a step that fails.</summary>
    static readonly EnrollmentStatus[] onward = [Active, Waiting, Completed, Failed];

    static readonly (EnrollmentStatus From, string Inputs, EnrollmentStatus[] To)[] table =
    [
        // From      when                                                       to
        (Scheduled,  "timerFired skip runNow move",                             onward),
        (Scheduled,  "signalled",                                               [.. onward, Exited]),
        (Scheduled,  "versionMoved",                                            [Completed]),
        (Scheduled,  "pause",                                                   [Paused]),
        (Scheduled,  "stop",                                                    [Exited]),

        (Active,     "started",                                                 [.. onward, Scheduled]),
        (Active,     "actionEnded decided skip move versionMoved",              onward),
        (Active,     "signalled",                                               [.. onward, Exited]),
        (Active,     "pause",                                                   [Paused]),
        (Active,     "stop",                                                    [Exited]),

        (Waiting,    "actionEnded timerFired skip runNow move versionMoved",    onward),
        (Waiting,    "retry",                                                   [Active]),
        (Waiting,    "signalled",                                               [.. onward, Exited]),
        (Waiting,    "pause",                                                   [Paused]),
        (Waiting,    "stop",                                                    [Exited]),

        // What was under way may end while paused; nothing new begins until somebody lets it.
        (Paused,     "actionEnded decided",                                     [Completed, Failed]),
        (Paused,     "started versionMoved",                                    [Completed]),
        (Paused,     "signalled stop",                                          [Exited]),
        (Paused,     "resume",                                                  [.. onward, Scheduled]),
        (Paused,     "skip runNow move",                                        onward),
        (Paused,     "retry",                                                   [Active]),

        // A person may take up what failed, or lay it aside. Completed and exited are for ever.
        (Failed,     "retry skip move",                                         onward),
        (Failed,     "stop",                                                    [Exited]),
    ];

    public static bool Allows(EnrollmentStatus from, Input input, EnrollmentStatus to) =>
        from == to || Legal.Contains((from, NameOf(input), to));

    public static readonly IReadOnlySet<(EnrollmentStatus From, string Input, EnrollmentStatus To)> Legal =
        table.SelectMany(row => row.Inputs.Split(' ').SelectMany(input => row.To.Where(to => to != row.From).Select(to => (row.From, input, to)))).ToHashSet();

    /// <summary>The input's name in the table; what an operator does goes by the operation.</summary>
    public static string NameOf(Input input)
    {
        var name = input is Input.Operated { Operation: var operation } ? operation.ToString() : input.GetType().Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
