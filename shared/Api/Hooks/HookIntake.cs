using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Hooks.Inbound;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Takes a hook's call the whole way: verified, read, mapped, kept.</summary>
public sealed class HookIntake(IEventDoor door, IStore store, IIdSource ids, TimeProvider clock) : IHookCalls
{
    /// <summary>Roots of event data that a JSON body may bring as they are.</summary>
    static readonly string[] Roots = [.. EventRoots.All.Where(root => root is not ("webhook" or "schedule"))];

    public async Task<HookResult> Receive(HookCall call, CancellationToken ct)
    {
        using var span = Spans.Hook(call.Practice, call.HookId);
        var hook = call.Hook;
        var raw = new Runtime.Hooks.HookCall(call.Method, new Uri(call.Url),
            call.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v ?? ""))), call.Body);
        var kind = HookKind.Parse(hook.Verification, hook.SignatureHeader) ?? throw new InvalidOperationException($"The hook {call.HookId} has an unknown verification.");
        // The real time: senders sign with it, whatever a demonstration clock says.
        if (HookVerification.Check(kind, hook.Secrets, raw, TimeProvider.System.GetUtcNow()) is HookVerdict.Wrong wrong)
        {
            await Change(call, h => h with { Refused = h.Refused + 1 }, ct);
            return new HookResult.Unverified(wrong.Code);
        }
        var read = HookBody.Of(raw, HookBody.Most(hook.EventType));
        if (read is HookBody.Unreadable why) return new HookResult.Unreadable(why.Message, why.Code, why.Pointer);
        var body = ((HookBody.Read)read).Value;

        var message = hook.EventType == "message.received" && hook.Mapping.IsEmpty ? InboundMessage.Read(body) : null;
        var data = Data(hook, message?.Data() ?? Mapped(hook, body));
        var sent = EventId.Of(kind, raw, body) ?? message?.Id;
        var id = await door.Admit(call.Practice, new($"hook:{call.HookId}", sent ?? ids.New("call"), hook.EventType, clock.GetUtcNow(), data), ct);
        span?.SetTag(Tags.Event, id);
        if (hook.LastSample is null && raw.Body.Length <= HookBody.MostBytes) await Sample(call, body, ct);
        return new HookResult.Accepted(id);
    }

    /// <summary>The event's facts by root: what the mapping or a good guess finds, and the roots the body brings itself.</summary>
    static JsonObject Mapped(Hook hook, JsonElement body)
    {
        var data = JsonObject.Create(FieldMapping.Apply(hook.Mapping.IsEmpty ? null : hook.Mapping, body).Data)!;
        foreach (var root in Roots)
            if (body.TryGetProperty(root, out var own) && own.ValueKind is JsonValueKind.Object)
            {
                var known = Root(data, root);
                foreach (var property in own.EnumerateObject())
                    if (!known.ContainsKey(property.Name)) known[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            }
        // A form's answers belong to the form: {{form.fields.treatment}}.
        if (hook.EventType is "form.submitted" or "survey.submitted" && data["fields"] is JsonObject answers)
            Root(data, hook.EventType.Split('.')[0])["fields"] = answers.DeepClone();
        return data;
    }

    /// <summary>And what this hook always says.</summary>
    static JsonElement Data(Hook hook, JsonObject data)
    {
        foreach (var (path, value) in hook.Constants)
        {
            var parts = path.Split('.', 2);
            if (parts.Length == 2) Root(data, parts[0])[parts[1]] = value;
        }
        return JsonSerializer.SerializeToElement(data);
    }

    static JsonObject Root(JsonObject data, string name)
    {
        if (data[name] is JsonObject known) return known;
        var made = new JsonObject();
        data[name] = made;
        return made;
    }

    /// <summary>The event is safe already, perhaps elsewhere than in the store: a sample that is not kept must not make the sender repeat it.</summary>
    async Task Sample(HookCall call, JsonElement body, CancellationToken ct)
    {
        try
        {
            await Change(call, h => h with { LastSample = body }, ct);
        }
        catch (StoreUnavailableException)
        {
            // The next call brings another sample.
        }
    }

    /// <summary>Notes on the hook itself; when somebody edits it at the same moment, theirs counts.</summary>
    async Task Change(HookCall call, Func<Hook, Hook> change, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Hook, call.Practice, call.HookId, ct) is { } stored)
            await store.Commit(new ChangeSet(call.Practice).PutShared(Kinds.Hook, call.HookId, change(stored.Body), stored.Revision), ct);
    }
}
