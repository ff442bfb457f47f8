using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Runtime.Hooks;
using static AesthetixWorkflows.Runtime.CloudEvents.CloudEventsRead;

namespace AesthetixWorkflows.Runtime.CloudEvents;

/// <summary>Reads CloudEvents 1.0 over HTTP: structured, batch and binary mode.</summary>
/// <remarks>Source: cloudevents/spec, bindings/http-protocol-binding.md. Plain <c>application/json</c> in the structured shape, alone
/// or in a list, is taken too: most senders cannot set another type.</remarks>
public static class CloudEventReader
{
    public const int MostInBatch = 500;

    const string Structured = "application/cloudevents+json", Batch = "application/cloudevents-batch+json";

    public static CloudEventsRead Read(HookCall call)
    {
        if (call.Body.Length > HookBody.MostBytes) return Flawed("", HookCodes.TooLarge, $"The body has {call.Body.Length} bytes; {HookBody.MostBytes} are allowed.");
        var isStructured = call.MediaType is Structured or Batch;
        if (!isStructured && call.HeaderNames.Any(name => name.StartsWith("ce-", StringComparison.OrdinalIgnoreCase))) return Binary(call);
        if (!isStructured && call.MediaType is not ("" or "application/json"))
            return Flawed("", HookCodes.MediaType, $"'{call.MediaType}' is not read; send {Structured}, {Batch} or application/json.");
        return JsonBody.ReadAny(call.Body) switch
        {
            HookBody.Read(var json) => OfJson(json, call.MediaType),
            HookBody.Unreadable(var code, var pointer, var message) => Flawed(pointer, code, message),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    static CloudEventsRead OfJson(JsonElement json, string type) => (json.ValueKind, type) switch
    {
        (JsonValueKind.Object, not Batch) => Of([json], _ => ""),
        (JsonValueKind.Array, not Structured) when json.GetArrayLength() > MostInBatch =>
            Flawed("", CloudEventCodes.TooMany, $"The batch has {json.GetArrayLength()} events; {MostInBatch} are allowed."),
        (JsonValueKind.Array, not Structured) => Of(json.EnumerateArray(), index => $"/{index}"),
        _ => Flawed("", HookCodes.NotAnObject, $"The body is {JsonBody.Kind(json)}; {(type == Batch ? "a list of events" : "an event")} is wanted."),
    };

    static CloudEventsRead Of(IEnumerable<JsonElement> items, Func<int, string> place)
    {
        var attributes = items.Select((item, index) => EventAttributes.OfJson(item, place(index))).ToList();
        var flaws = attributes.SelectMany(read => read.Flaws).ToImmutableArray();
        return flaws.IsEmpty ? new Events([.. attributes.Select(read => read.Event!)]) : new Invalid(flaws);
    }

    static CloudEventsRead Binary(HookCall call)
    {
        if (!call.Body.IsEmpty && call.MediaType is not ("" or "application/json" or "text/json") && !call.MediaType.EndsWith("+json", StringComparison.Ordinal))
            return Flawed("/data", CloudEventCodes.Binary, $"Data of type '{call.MediaType}' is not read; send JSON.");
        var data = JsonSerializer.SerializeToElement(new object());
        switch (call.Body.IsEmpty ? new HookBody.Read(data) : JsonBody.ReadAny(call.Body))
        {
            case HookBody.Unreadable(var code, _, var message): return Flawed("/data", code, message);
            case HookBody.Read(var json): data = json; break;
        }
        var read = EventAttributes.OfHeaders(call, data);
        return read.Event is { } it ? new Events([it]) : new Invalid(read.Flaws);
    }

    static Invalid Flawed(string pointer, string code, string message) => new([new(pointer, code, message)]);
}
