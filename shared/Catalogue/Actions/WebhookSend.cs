using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Tells another system, in one fixed shape. It may answer later, and the contact waits for that when the step or the
/// other system (202 with <c>{"state":"BLOCK"}</c>) says so.</summary>
sealed class WebhookSend : ActionType, ICalledBack
{
    public override ActionDescriptor Descriptor { get; } = new("webhook.send", "Send webhook", "Send data", "Sends the contact's name, email and phone and the fields below to another system.",
        Config:
        [
            new("method", FieldKind.Choice, "Method", Options: [new("POST", "POST"), new("GET", "GET")]),
            new("url", FieldKind.Url, "Address", Required: true, MaxLength: 2000, Merge: true),
            new("fields", FieldKind.Map, "Fields", Merge: true),
            Purposes.AllowPrivate,
            new("signingSecret", FieldKind.Secret, "Signing secret", MaxLength: 200, Help: "Signs the call (Standard Webhooks), so that the other side can be sure it was you."),
            new("waitForCallback", FieldKind.Flag, "Wait until it calls back", Help: "The call says where to (callbackUrl). What it says there can be used by later steps."),
            new("timeout", FieldKind.Duration, "Wait at most", Help: "Left empty: a week. After that the step counts as failed."),
        ],
        Outputs: [new("status", "Answer's status", "number"), new("callback.*", "Part of what the call-back said")], Outside: true, NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (config, fields) = (call.Config, call.Config.Object("fields") ?? []);
        var (get, callback) = (config.Text("method") == "GET", Callbacks.Address(call));
        if (callback is null && config.Flag(Callbacks.Flag)) return new Outcome.Failed("callback.noAddress", Retryable: false);
        var answer = await call.Outside.Call(call, new HttpCall(
            get ? "GET" : "POST",
            get ? WebAddress.WithQuery(config.Need("url"), Flat(call, fields, config.Flag(Callbacks.Flag) ? callback : null)) : config.Need("url"),
            new Dictionary<string, string>(),
            get ? null : Body(call, fields, callback).ToJsonString(),
            get ? null : "application/json",
            config.Text("signingSecret"), Timeout: null), ct);
        call.Give(new JsonObject { ["status"] = answer.Status });
        var waits = answer.Outcome is Outcome.Done && callback is not null && (config.Flag(Callbacks.Flag) || !get && Callbacks.Blocks(answer));
        return waits ? Callbacks.Wait(call) : answer.Outcome;
    }

    public Task<Outcome?> Answered(ActionCall call, CancellationToken ct) => Callbacks.Answered(call, ct);

    public async Task<Outcome> Await(ActionCall call, Outcome earlier, CancellationToken ct) => await Callbacks.Answered(call, ct) ?? earlier switch
    {
        Outcome.Held held => held.Until > call.Now ? held : new Outcome.Failed(Callbacks.TimedOut, Retryable: false),
        // Nobody knows whether the call was made; if it was, the call-back will tell.
        Outcome.Unknown when call.Config.Flag(Callbacks.Flag) => Callbacks.Wait(call),
        _ => earlier,
    };

    static JsonObject Body(ActionCall call, JsonObject fields, string? callback)
    {
        var body = new JsonObject
        {
            ["id"] = call.EffectId,
            ["type"] = "workflow.step",
            ["at"] = call.Now,
            ["workflowId"] = call.Enrollment.WorkflowId,
            ["enrollmentId"] = call.Enrollment.Id,
            ["contact"] = call.Contact is not { } contact ? null : new JsonObject
            {
                ["id"] = contact.Id, ["firstName"] = contact.Body.FirstName, ["lastName"] = contact.Body.LastName, ["email"] = contact.Body.Email, ["phone"] = contact.Body.Phone,
            },
            ["fields"] = fields.DeepClone(),
        };
        if (callback is not null) body["callbackUrl"] = callback;
        return body;
    }

    /// <summary>A GET ends up in logs on the way, so it names the contact by id only.</summary>
    static IEnumerable<KeyValuePair<string, string>> Flat(ActionCall call, JsonObject fields, string? callback)
    {
        if (call.Contact is { } contact) yield return new("contactId", contact.Id);
        if (callback is not null) yield return new("callbackUrl", callback);
        foreach (var (name, value) in fields) yield return new(name, value?.ToString() ?? "");
    }
}
