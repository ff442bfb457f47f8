using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Takes a hook's call the whole way: verified, read, mapped, kept.</summary>
public sealed class HookIntake(IEventDoor door, IStore store, IIdSource ids, TimeProvider clock) : IHookCalls
{
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

        var (data, said) = HookFacts.Of(hook, body);
        var sent = EventId.Of(kind, raw, body) ?? said;
        var id = await door.Admit(call.Practice, new($"hook:{call.HookId}", sent ?? ids.New("call"), hook.EventType, clock.GetUtcNow(), data), ct);
        span?.SetTag(Tags.Event, id);
        if (hook.LastSample is null && raw.Body.Length <= HookBody.MostBytes) await Sample(call, body, ct);
        return new HookResult.Accepted(id);
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
