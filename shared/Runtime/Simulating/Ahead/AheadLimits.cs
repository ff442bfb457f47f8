using System.Diagnostics;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>A look ahead always ends, and soon: somebody is on the phone.</summary>
/// <param name="longest">How long it may take.</param>
sealed class AheadLimits(TimeSpan longest)
{
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(90);
    public const int Enrollments = 20, Items = 50, Moves = 500;

    readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>How often an enrollment was moved on.</summary>
    public int Moved { get; set; }
    public int Told { get; set; }
    /// <summary>Some of the contact's enrollments were not looked at.</summary>
    public bool TooMany { get; set; }

    public bool IsReached => Told >= Items || Moved >= Moves || Stopwatch.GetElapsedTime(_start) > longest;

    /// <summary>Null: everything was looked at.</summary>
    public string? Code => TooMany ? "ahead.enrollments" : Told >= Items ? "ahead.items" : IsReached ? "ahead.long" : null;
}
