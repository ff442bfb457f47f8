namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>An event that a prompt speaks of: what starts a workflow, ends it, or is asked for.</summary>
/// <param name="Offset">ISO 8601, for dates that come again such as birthdays: <c>-P7D</c> is a week before.</param>
sealed record EventMention(string Type, IReadOnlyList<Row> Filters, string Name, string? Offset = null, System.Text.Json.Nodes.JsonObject? Config = null)
{
    public bool OfAppointment => Type.StartsWith("appointment.", StringComparison.Ordinal);
}
