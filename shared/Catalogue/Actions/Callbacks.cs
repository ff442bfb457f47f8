using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Waiting for another system to answer a call later.</summary>
static class Callbacks
{
    public const string Flag = "waitForCallback", TimedOut = "callback.timeout";
    const string Week = "P7D";

    public static string? Address(ActionCall call) => call.Pages?.Resume(call.PracticeId, call.EffectId);

    /// <summary>Whether the answer asks to wait although the step does not.</summary>
    public static bool Blocks(HttpAnswer answer) => answer is { Status: 202, Body: { ValueKind: JsonValueKind.Object } body }
        && body.TryGetProperty("state", out var state) && state.ValueKind is JsonValueKind.String && state.GetString() == "BLOCK";

    public static Outcome.Held Wait(ActionCall call) =>
        new(CallbackWait.Code, Due.After(call.Now, call.Setting.Zone, call.Config.Text("timeout") ?? Week) ?? call.Now.AddDays(7));

    /// <returns>Null while nothing has come. What came stands beside what the call itself was answered.</returns>
    public static async Task<Outcome?> Answered(ActionCall call, CancellationToken ct)
    {
        if (await call.Records.Find(Kinds.Callback, call.PracticeId, CallbackWait.IdOf(call.EffectId), ct) is not { } came) return null;
        var known = await call.Records.Find(Kinds.Output, call.PracticeId, $"{call.Enrollment.Id}/{call.Enrollment.StepId}", ct);
        var output = known?.Body.Values is { ValueKind: JsonValueKind.Object } values ? JsonObject.Create(values)! : [];
        output["callback"] = JsonSerializer.SerializeToNode(came.Body.Body);
        call.Give(output);
        return new Outcome.Done(came.Id);
    }
}
