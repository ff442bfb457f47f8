using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Runtime.Intake;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>An event as a message: CloudEvents 1.0, structured mode of its AMQP binding, so that other systems can write it too.</summary>
public static class EventMessage
{
    /// <summary>Where other systems put their events.</summary>
    public const string Queue = "events";
    /// <summary>Ours alone, with sessions: here events are kept and routed, in order per person.</summary>
    public const string Routing = "routing";
    /// <summary>The subject of our own notices about events that the store has.</summary>
    public const string Kept = "kept";
    public const string Practice = "practice", Event = "event";
    /// <summary>A message of the Standard tier has at most 256 kB, headers included; an event that would come near it does not go over the queue.</summary>
    public const int MostBytes = 240 * 1024;

    public const string ContentType = "application/cloudevents+json";

    /// <returns>Its message for the queue <see cref="Routing"/>; null: it is too large for a queue.</returns>
    public static ServiceBusMessage? Of(string practice, IncomingEvent e)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", e.SourceId);
            json.WriteString("source", e.Source);
            json.WriteString("type", e.Type);
            json.WriteString("time", e.At.ToString("O", CultureInfo.InvariantCulture));
            if (e.ContactId is not null) json.WriteString("subject", e.ContactId);
            json.WriteString(Practice, practice);
            if (e.Id is not null) json.WriteString("eventid", e.Id);
            json.WritePropertyName("data");
            e.Data.WriteTo(json);
            json.WriteEndObject();
        }
        if (body.WrittenCount > MostBytes) return null;
        return Traces.Onto(new ServiceBusMessage(body.WrittenMemory)
        {
            ContentType = ContentType, MessageId = IdOf(practice, e.Source, e.SourceId), SessionId = RoutingSession.Of(practice, e),
        });
    }

    /// <summary>The same event has the same message id, by which the queue drops repeats.</summary>
    public static string IdOf(string practice, string source, string sourceId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{practice}\n{source}\n{sourceId}")));
}
