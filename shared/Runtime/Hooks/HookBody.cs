using System.Text;
using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>What an inbound call says, as one JSON object whatever it was written in.</summary>
public abstract record HookBody
{
    private HookBody() { }

    public sealed record Read(JsonElement Value) : HookBody;

    /// <param name="Code">One of <see cref="HookCodes"/>; <c>body.large</c> is a 413, <c>body.type</c> a 415, the others a 400.</param>
    /// <param name="Pointer">JSON pointer to the place, empty for the whole body.</param>
    public sealed record Unreadable(string Code, string Pointer, string Message) : HookBody;

    public const int MostBytes = 256 * 1024, Deepest = 64;

    /// <summary>For hooks that patients' emails come in by: people attach photographs, and those are left out only here.</summary>
    public const int MostMailBytes = 10 * 1024 * 1024;

    /// <summary>How large a call of this kind of event may be.</summary>
    public static int Most(string eventType) => eventType == "message.received" ? MostMailBytes : MostBytes;

    /// <summary>Reads JSON, either kind of form, or, where there is no body, the query.</summary>
    public static HookBody Of(HookCall call, int most = MostBytes)
    {
        if (call.Body.Length > most) return new Unreadable(HookCodes.TooLarge, "", $"The body has {call.Body.Length} bytes; {most} are allowed.");
        // Some systems "post" with everything in the address.
        if (call.Body.IsEmpty || call.Method.Equals("GET", StringComparison.OrdinalIgnoreCase)) return FormTree.Of(call.Query.Where(pair => pair.Key != "token"));
        if (call.Body.Length > MostBytes && call.MediaType != "multipart/form-data")
            return new Unreadable(HookCodes.TooLarge, "", $"The body has {call.Body.Length} bytes; {MostBytes} are allowed where nothing is attached.");
        return call.MediaType switch
        {
            "" or "application/json" or "text/json" => JsonBody.ReadObject(call.Body),
            "application/x-www-form-urlencoded" => FormTree.Of(FormText.Pairs(Encoding.UTF8.GetString(call.Body.Span))),
            "multipart/form-data" => MultipartForm.Of(call),
            // Amazon's and others' notifications are JSON that calls itself plain text.
            "text/plain" => JsonBody.ReadObject(call.Body) as Read as HookBody ?? NotRead(call.MediaType),
            var type when type.EndsWith("+json", StringComparison.Ordinal) => JsonBody.ReadObject(call.Body),
            var type => NotRead(type),
        };
    }

    static Unreadable NotRead(string type) =>
        new(HookCodes.MediaType, "", $"'{type}' is not read; send application/json, application/x-www-form-urlencoded or multipart/form-data.");
}
