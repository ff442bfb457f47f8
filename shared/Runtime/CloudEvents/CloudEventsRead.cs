using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.CloudEvents;

/// <summary>What a request to <c>/api/events</c> holds: all of it, or nothing and why.</summary>
public abstract record CloudEventsRead
{
    private CloudEventsRead() { }

    public sealed record Events(ImmutableArray<CloudEvent> Items) : CloudEventsRead;

    /// <summary>One wrong event keeps the whole batch out, so that a sender can mend it and send it again.</summary>
    public sealed record Invalid(ImmutableArray<CloudEventFlaw> Flaws) : CloudEventsRead;
}

/// <summary>What is wrong, and where.</summary>
/// <param name="Pointer">JSON pointer (<c>/3/id</c>); in binary mode attributes are at the top (<c>/id</c>) and the body is <c>/data</c>.</param>
/// <param name="Code">One of <see cref="CloudEventCodes"/> or, for a body that cannot be read, of <see cref="Hooks.HookCodes"/>.</param>
public sealed record CloudEventFlaw(string Pointer, string Code, string Message);
