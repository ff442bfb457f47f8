namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>The stored codes of inbound calls that were not taken.</summary>
public static class HookCodes
{
    /// <summary>The hook wants proof, but no secret has been set for it.</summary>
    public const string SecretMissing = "hook.secret.missing";
    /// <summary>The hook's secret cannot be used for its kind.</summary>
    public const string SecretUnusable = "hook.secret.unusable";
    /// <summary>The call carries no token, password or signature.</summary>
    public const string ProofMissing = "hook.proof.missing";
    /// <summary>The call's token, password or signature is wrong.</summary>
    public const string ProofWrong = "hook.proof.wrong";
    /// <summary>Signed longer ago than 5 minutes: a recording.</summary>
    public const string TooOld = "hook.timestamp.old";
    /// <summary>Signed more than 5 minutes ahead of our clock.</summary>
    public const string TooNew = "hook.timestamp.future";
    /// <summary>The body is longer than 256 kB (413).</summary>
    public const string TooLarge = "body.large";
    /// <summary>The body is of a type that is not read (415).</summary>
    public const string MediaType = "body.type";
    /// <summary>The body is not JSON.</summary>
    public const string NotJson = "body.json";
    /// <summary>The body holds text that is not Unicode.</summary>
    public const string NotText = "body.text";
    /// <summary>The body is nested deeper than 64.</summary>
    public const string TooDeep = "body.deep";
    /// <summary>The body is JSON, but no object.</summary>
    public const string NotAnObject = "body.object";
    /// <summary>The body is not the form that it says it is.</summary>
    public const string NotAForm = "body.form";
    /// <summary>A form of more than 1,000 fields.</summary>
    public const string TooMany = "body.fields";
}
