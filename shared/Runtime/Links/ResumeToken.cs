namespace AesthetixWorkflows.Runtime.Links;

/// <summary>The last part of <c>/resume/{token}</c>: which step's call is answered.</summary>
public sealed record ResumeToken(string Practice, string EffectId)
{
    const string Purpose = "resume";

    public string Write(LinkKeys keys) => SealedClaim.Write(keys, Purpose, Practice, EffectId);

    /// <returns>Null when the token was not made with one of these keys.</returns>
    public static ResumeToken? Read(string token, LinkKeys keys) => SealedClaim.Read(keys, Purpose, token, 2) is [var practice, var effect] ? new(practice, effect) : null;
}
