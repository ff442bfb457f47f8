namespace AesthetixWorkflows.Runtime.Telemetry;

/// <summary>What a simulation does is neither counted nor traced, although the engine that does it is the real one: an operator's
/// figures are of what happened.</summary>
static class Muted
{
    static readonly AsyncLocal<bool> muted = new();

    public static bool Now => muted.Value;

    /// <summary>Until the calling asynchronous method ends, with all that it calls.</summary>
    public static void FromHere() => muted.Value = true;
}
