namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>Which failures mean that a number must not be tried again, and the reason that is kept with the contact.</summary>
public static class DeliveryStops
{
    public const string Stop = "stop", Unsubscribed = "unsubscribed", Complained = "complained", Bounced = "bounced";

    /// <param name="code">A stored code.</param>
    /// <returns>Null when another message may well arrive.</returns>
    public static string? ReasonOf(string? code) => code switch
    {
        "twilio.21610" => Stop,
        "twilio.30003" => "unreachable",
        "twilio.30004" => "blocked",
        "twilio.30005" => "unknownNumber",
        "twilio.30006" => "landline",
        _ => null,
    };
}
