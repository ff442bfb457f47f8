using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Events;

namespace AesthetixWorkflows.Api.Auditing;

/// <summary>What changed about a record of the practice itself, for its audit line. Not for contacts: the log names nobody.</summary>
static class Differing
{
    const int Longest = 2000;

    /// <returns>The fields' names, and their values before and after as JSON; empty when nothing changed.</returns>
    public static (string Fields, string? Before, string? After) Of<T>(T before, T after) where T : class =>
        Facts.Change(before, after) is { } change
            ? (string.Join(", ", change["fields"]!.AsArray().Select(field => field!.ToString())), Short(change["before"]), Short(change["after"]))
            : ("", null, null);

    static string? Short(JsonNode? json) => json?.ToJsonString() is { Length: > 2 } text ? text.Length <= Longest ? text : text[..Longest] : null;
}
