using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>What an orchestration knows: which enrollment it carries and what comes next. Ids and times only; this is stored
/// in the open in the task hub's history.</summary>
/// <param name="Trouble">As in <see cref="Standing"/>, over a new beginning of the history.</param>
/// <param name="News">Something may have come for the enrollment that nobody has looked at.</param>
public sealed record Carry(string Practice, string Enrollment, Next Next, bool News = false, int Trouble = 0);

/// <summary>What an activity is told: whose turn it is. Everything else it reads from the enrollment's row.</summary>
/// <param name="Rang">The enrollment's timer has rung.</param>
public sealed record Turn(string Practice, string Enrollment, bool Rang = false);

/// <summary>What an activity answers: what is to be done next for the enrollment.</summary>
/// <param name="Activity">The function to call; null: only news can move it.</param>
/// <param name="At">Not before this moment; null: now.</param>
/// <param name="Over">The enrollment has ended.</param>
/// <param name="WaitingFor">For those who watch: what it waits for, or <c>rest</c>.</param>
public sealed record Next(string? Activity, DateTimeOffset? At, bool Over, string Workflow, int Version, string? Step, string? WaitingFor);

/// <summary>What the Durable dashboard shows of an enrollment.</summary>
/// <param name="Trouble">How often in a row the activity could not even answer; 0 when all is well.</param>
public sealed record Standing(
    [property: JsonPropertyName("workflow")] string Workflow, [property: JsonPropertyName("version")] int Version, [property: JsonPropertyName("step")] string? Step,
    [property: JsonPropertyName("until")] DateTimeOffset? Until, [property: JsonPropertyName("waitingFor")] string? WaitingFor, [property: JsonPropertyName("trouble")] int Trouble)
{
    public static Standing Of(Next next, int trouble) => new(next.Workflow, next.Version, next.Step, next.At, next.WaitingFor, trouble);
}
