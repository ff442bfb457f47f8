using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>One thing that somebody did in the two weeks before today.</summary>
abstract record Scene(DateTimeOffset At)
{
    /// <summary>Something reached the practice: a form, a booking, a text.</summary>
    public sealed record Happens(IncomingEvent Event) : Scene(Event.At);

    /// <summary>The front desk notes a possible sale.</summary>
    public sealed record Sale(DateTimeOffset At, string Email, string Name, string Stage, decimal Value) : Scene(At);

    /// <summary>The front desk does all that is on its list.</summary>
    public sealed record TasksDone(DateTimeOffset At) : Scene(At);
}
