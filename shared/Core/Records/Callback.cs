using System.Text.Json;

namespace AesthetixWorkflows.Core.Records;

/// <summary>What another system said in answer to a call of a step that waits for it. Record id: <see cref="CallbackWait.IdOf"/>.</summary>
public sealed record Callback(string EffectId, DateTimeOffset ReceivedAt, JsonElement Body);

/// <summary>What those who wait for a call-back and those who take it have to agree on.</summary>
public static class CallbackWait
{
    /// <summary>The code of the hold, as histories show it.</summary>
    public const string Code = "waiting.callback";

    public static string IdOf(string effectId) => Ids.Beside("cbk", effectId.Split('/')[0], effectId);
}
