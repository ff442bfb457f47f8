using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What differs between records that are otherwise listed, made, read, changed and deleted in the same way.</summary>
sealed record RecordTable<T> where T : class
{
    public required string Path { get; init; }
    public required string Tag { get; init; }
    public required Kind<T> Kind { get; init; }
    public required string Read { get; init; }
    public required string Write { get; init; }
    public IReadOnlyList<string> Required { get; init; } = [];
    /// <summary>What only the server says about a new record.</summary>
    public Func<DateTimeOffset, JsonObject> Given { get; init; } = _ => [];
    /// <summary>What follows from a change: stored forms, times, flags. Before is null for a new record.</summary>
    public Func<T?, T, Writing, T> Settle { get; init; } = (_, after, _) => after;
    /// <summary>Why it may not be so, looked up in the practice.</summary>
    public Func<IStore, string, T, CancellationToken, Task<Refusal?>> Refuse { get; init; } = (_, _, _, _) => Task.FromResult<Refusal?>(null);
    /// <summary>Why it may not be deleted.</summary>
    public Func<T, Refusal?> Keep { get; init; } = _ => null;
    /// <summary>As workflows name it; null when they cannot.</summary>
    public Func<string, T, Departed?> NamedAs { get; init; } = (_, _) => null;
    /// <summary>Parts that workflows name and that a change takes away.</summary>
    public Func<string, T, T, IEnumerable<Departed>> Loses { get; init; } = (_, _, _) => [];
    /// <summary>It is how the practice is set up, so whatever is done to it is audited.</summary>
    public bool IsSetup => Write is Scopes.SettingsWrite or Scopes.WorkflowsWrite;
    public Func<string, T?, T, IEnumerable<Happening>> Events { get; init; } = (_, _, _) => [];
    /// <summary>Without what only those may read who read conversations; null: everybody reads all of it.</summary>
    public Func<T, T>? Masked { get; init; }
    public Func<T, string?> ContactOf { get; init; } = _ => null;
    /// <summary>The code when another record holds the same unique value.</summary>
    public Code Taken { get; init; } = Codes.Conflict;
    /// <summary>Filters of the list, from the query; null keeps everything.</summary>
    public Func<HttpRequest, Func<T, bool>?> Filter { get; init; } = _ => null;
}
