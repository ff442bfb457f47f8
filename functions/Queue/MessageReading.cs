using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.CloudEvents;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Intake;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>What a message of the queue says.</summary>
public abstract partial record MessageReading
{
    private MessageReading() { }

    /// <summary>An event of that practice is in the store, to be routed.</summary>
    public sealed record Notice(string Practice, string EventId) : MessageReading;

    /// <summary>An event to be kept and routed; <c>Id</c> is set when one of our doors has promised it.</summary>
    public sealed record Event(string Practice, IncomingEvent Incoming) : MessageReading;

    /// <param name="Description">For the person who looks at dead letters: places and codes, no content.</param>
    public sealed record Refused(string Reason, string Description) : MessageReading;

    public static MessageReading Of(ServiceBusReceivedMessage message, DateTimeOffset now)
    {
        if (message.Subject == EventMessage.Kept)
            return Text(message, EventMessage.Practice) is { } practice && IsPractice(practice) && Text(message, EventMessage.Event) is { } id && IsEvent(id)
                ? new Notice(practice, id) : new Refused(QueueCodes.EventUnknown, "A notice without a practice and an event.");
        var body = message.Body.ToMemory();
        var call = new HookCall("POST", new Uri("amqp://events"), Headers(message), body);
        return CloudEventReader.Read(call) switch
        {
            CloudEventsRead.Invalid([{ Code: HookCodes.TooLarge }, ..]) => new Refused(QueueCodes.TooLarge, $"{body.Length} bytes; {HookBody.MostBytes} are allowed."),
            CloudEventsRead.Invalid(var flaws) => new Refused(QueueCodes.NotACloudEvent, string.Join(", ", flaws.Take(10).Select(flaw => $"{Short(flaw.Pointer)} {flaw.Code}"))),
            CloudEventsRead.Events([var one]) => one.Practice is { } practice && IsPractice(practice)
                ? new Event(practice, one.Incoming(now) with { Id = one.EventId is { } promised && IsEvent(promised) ? promised : null })
                : new Refused(QueueCodes.PracticeUnknown, "The extension attribute practice is missing or no id of a practice."),
            CloudEventsRead.Events => new Refused(QueueCodes.NotACloudEvent, "A message holds one event."),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Binary mode's attributes as the headers that they would be over HTTP, where values are percent-encoded.</summary>
    static IEnumerable<KeyValuePair<string, string>> Headers(ServiceBusReceivedMessage message)
    {
        if (message.ContentType is { Length: > 0 } type) yield return new("Content-Type", type);
        foreach (var (name, value) in message.ApplicationProperties)
            foreach (var prefix in (string[])["cloudEvents:", "cloudEvents_", "ce-"])
                if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    yield return new($"ce-{name[prefix.Length..].ToLowerInvariant()}", Uri.EscapeDataString(AsText(value)));
    }

    /// <summary>AMQP has types of its own for moments and addresses.</summary>
    static string AsText(object value) => value switch
    {
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string? Text(ServiceBusReceivedMessage message, string name) => message.ApplicationProperties.TryGetValue(name, out var value) ? value as string : null;
    static string Short(string pointer) => pointer.Length is 0 ? "/" : pointer.Length > 40 ? pointer[..40] : pointer;
    static bool IsPractice(string text) => PracticeForm().IsMatch(text);
    static bool IsEvent(string text) => EventForm().IsMatch(text);

    [GeneratedRegex(@"^prac_[0-9A-Za-z_]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PracticeForm();

    [GeneratedRegex(@"^evt_[0-9A-HJKMNP-TV-Z]{26}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EventForm();
}
