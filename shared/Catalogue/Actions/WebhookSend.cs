using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Tells another system, in one fixed shape. The answer is not used.</summary>
sealed class WebhookSend : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("webhook.send", "Send webhook", "Send data", "Sends the contact's name, email and phone and the fields below to another system.",
        Config:
        [
            new("method", FieldKind.Choice, "Method", Options: [new("POST", "POST"), new("GET", "GET")]),
            new("url", FieldKind.Url, "Address", Required: true, MaxLength: 2000, Merge: true),
            new("fields", FieldKind.Map, "Fields", Merge: true),
            Purposes.AllowPrivate,
            new("signingSecret", FieldKind.Text, "Signing secret", MaxLength: 200, Help: "Signs the call (Standard Webhooks), so that the other side can be sure it was you."),
        ],
        Outputs: [new("status", "Answer's status", "number")], Outside: true, NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (config, fields) = (call.Config, call.Config.Object("fields") ?? []);
        var get = config.Text("method") == "GET";
        var answer = await call.Outside.Call(call, new HttpCall(
            get ? "GET" : "POST",
            get ? WebAddress.WithQuery(config.Need("url"), Flat(call, fields)) : config.Need("url"),
            new Dictionary<string, string>(),
            get ? null : Body(call, fields).ToJsonString(),
            get ? null : "application/json",
            config.Text("signingSecret"), Timeout: null), ct);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["status"] = answer.Status }));
        return answer.Outcome;
    }

    static JsonObject Body(ActionCall call, JsonObject fields) => new()
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

    /// <summary>A GET ends up in logs on the way, so it names the contact by id only.</summary>
    static IEnumerable<KeyValuePair<string, string>> Flat(ActionCall call, JsonObject fields)
    {
        if (call.Contact is { } contact) yield return new("contactId", contact.Id);
        foreach (var (name, value) in fields) yield return new(name, value?.ToString() ?? "");
    }
}
